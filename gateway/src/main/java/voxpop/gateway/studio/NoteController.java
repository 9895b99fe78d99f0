package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Author;
import voxpop.gateway.client.Byline;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/** What somebody says about themself. */
@Controller("/studio/note")
public class NoteController {
  private final StudioPages pages;
  private final House house;

  NoteController(StudioPages pages, House house) {
    this.pages = pages;
    this.house = house;
  }

  /** What the form holds, as typed. */
  @Serdeable
  public record Form(@Nullable String note, @Nullable String language, @Nullable String token) {
    static Form of(@Nullable Byline byline) {
      return byline == null
          ? new Form(null, null, null)
          : new Form(byline.note(), byline.noteLanguage(), null);
    }

    House.NoteInput input() {
      return new House.NoteInput(note == null ? null : note.replace("\r\n", "\n"), language);
    }
  }

  @Get
  HttpResponse<byte[]> show(Visitor visitor, @QueryValue @Nullable String done) {
    Author author = visitor.author().orElseThrow();
    Byline byline = house.note(visitor, author.name()).orElse(null);
    return form(HttpStatus.OK, pages.studio(visitor, "account", done), author, Form.of(byline));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> say(Visitor visitor, @Body Form form) {
    pages.check(visitor, form.token());
    Author author = visitor.author().orElseThrow();
    try {
      house.say(visitor, author.name(), form.input());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "account", refused.problem());
      return form(HttpStatus.valueOf(refused.status()), studio, author, form);
    }
    return to("/studio/note?done=settled");
  }

  private HttpResponse<byte[]> form(HttpStatus status, Studio studio, Author author, Form form) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("id", author.id());
    return pages.page(status, studio, "note", model);
  }
}
