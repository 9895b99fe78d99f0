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
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Visitor;

/** What a topic is called and what it is about, in the language that it is said in. */
@Controller("/studio/house/topics/{slug}")
public class TopicController {
  private final StudioPages pages;
  private final House house;

  TopicController(StudioPages pages, House house) {
    this.pages = pages;
    this.house = house;
  }

  /**
   * What the form holds, as typed.
   *
   * @param id under which it is translated
   */
  @Serdeable
  public record Form(
      @Nullable String name,
      @Nullable String description,
      @Nullable String language,
      @Nullable UUID id,
      @Nullable String etag,
      @Nullable String token) {

    static Form of(Tagged<House.Text> text) {
      House.Text said = text.value();
      return new Form(
          said.name(), said.description(), said.language(), said.id(), text.etag(), null);
    }

    House.TextInput input() {
      return new House.TextInput(
          SettingsController.orEmpty(name), SettingsController.orEmpty(description), language);
    }
  }

  @Get
  Optional<HttpResponse<byte[]>> show(Visitor visitor, String slug) {
    Studio studio = pages.studio(visitor, "house", null);
    return house
        .topic(visitor, slug, studio.site().language())
        .map(text -> form(HttpStatus.OK, studio, slug, Form.of(text)));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> change(Visitor visitor, String slug, @Body Form form) {
    pages.check(visitor, form.token());
    try {
      house.change(visitor, slug, form.input(), form.etag());
    } catch (Refused refused) {
      return form(
          HttpStatus.valueOf(refused.status()),
          pages.refused(visitor, "house", refused.problem()),
          slug,
          form);
    }
    return to("/studio/house?done=settled");
  }

  private HttpResponse<byte[]> form(HttpStatus status, Studio studio, String slug, Form form) {
    Map<String, Object> model = new HashMap<>();
    model.put("slug", slug);
    model.put("form", form);
    return pages.page(status, studio, "topic", model);
  }
}
