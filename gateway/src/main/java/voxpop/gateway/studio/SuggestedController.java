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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/** What readers suggest: each is taken, as it is or bettered once more, or refused. */
@Controller("/studio/translate/suggestions")
class SuggestedController {
  static final List<String> STATES = List.of("waiting", "accepted", "rejected");
  private static final int LIMIT = 30;

  private final StudioPages pages;
  private final Workshop workshop;

  SuggestedController(StudioPages pages, Workshop workshop) {
    this.pages = pages;
    this.workshop = workshop;
  }

  /** What a row sends; {@code version} of the sentence as it was looked at. */
  @Serdeable
  record Form(
      @Nullable String act,
      @Nullable String text,
      @Nullable String version,
      @Nullable String token) {
    int seen() {
      return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
  }

  @Get
  HttpResponse<byte[]> list(
      Visitor visitor,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String after,
      @QueryValue @Nullable String done) {
    return show(HttpStatus.OK, pages.studio(visitor, "translate", done), visitor, state, after);
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> decide(Visitor visitor, UUID id, @Body Form form) {
    pages.check(visitor, form.token());
    String verdict = "accepted".equals(form.act()) ? "accepted" : "rejected";
    try {
      workshop.decide(visitor, id, verdict, form.text(), form.seen());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      return show(HttpStatus.valueOf(refused.status()), studio, visitor, null, null);
    }
    return to("/studio/translate/suggestions?done=" + verdict);
  }

  private HttpResponse<byte[]> show(
      HttpStatus status,
      Studio studio,
      Visitor visitor,
      @Nullable String state,
      @Nullable String after) {
    String shown = state != null && STATES.contains(state) ? state : STATES.getFirst();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("stack", workshop.suggested(visitor, shown, LIMIT, after));
    model.put("state", shown);
    model.put("states", STATES);
    return pages.page(status, studio, "suggested", model);
  }
}
