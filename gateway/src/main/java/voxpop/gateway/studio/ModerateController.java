package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/** The comments that somebody has to look at, and those that were looked at. */
@Controller("/studio/moderate")
class ModerateController {
  static final List<String> QUEUES = List.of("held", "published", "spam", "rejected");
  private static final int LIMIT = 50;

  private final StudioPages pages;
  private final Moderating moderating;

  ModerateController(StudioPages pages, Moderating moderating) {
    this.pages = pages;
    this.moderating = moderating;
  }

  @Serdeable
  record Form(@Nullable String verdict, @Nullable String queue, @Nullable String token) {}

  @Get
  HttpResponse<byte[]> queue(
      Visitor visitor,
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String after,
      @QueryValue @Nullable String done) {
    return show(visitor, pages.studio(visitor, "moderate", done), known(status), after);
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> decide(Visitor visitor, UUID id, @Body Form form) {
    pages.check(visitor, form.token());
    String queue = known(form.queue());
    String verdict = form.verdict() == null ? "" : form.verdict();
    try {
      moderating.decide(visitor, id, verdict);
    } catch (Refused refused) {
      return show(visitor, pages.refused(visitor, "moderate", refused.problem()), queue, null);
    }
    return to("/studio/moderate?status=" + queue + "&done=" + verdict);
  }

  private HttpResponse<byte[]> show(
      Visitor visitor, Studio studio, String status, @Nullable String after) {
    var queue = moderating.queue(visitor, status, LIMIT, after);
    return pages.page(
        studio, "moderate", Map.of("queue", queue, "status", status, "queues", QUEUES));
  }

  private static String known(@Nullable String status) {
    return status != null && QUEUES.contains(status) ? status : "held";
  }
}
