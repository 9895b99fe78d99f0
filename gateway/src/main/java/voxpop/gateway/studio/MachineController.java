package voxpop.gateway.studio;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/**
 * Machine translations on their way: all of them, and one to watch, hold and end. A browser that
 * runs scripts is told of each step; any other one looks again every few seconds.
 */
@Controller("/studio/translate/jobs")
class MachineController {
  private final StudioPages pages;
  private final Workshop workshop;

  MachineController(StudioPages pages, Workshop workshop) {
    this.pages = pages;
    this.workshop = workshop;
  }

  /** {@code act}: {@code pause}, {@code resume} or {@code cancel}. */
  @Serdeable
  record ActForm(@Nullable String act, @Nullable String token) {}

  @Get
  HttpResponse<byte[]> all(Visitor visitor, @QueryValue @Nullable String after) {
    return pages.page(
        pages.studio(visitor, "translate", null),
        "jobs",
        Map.of("stack", workshop.machineWork(visitor, after)));
  }

  @Get("/{id}")
  Optional<HttpResponse<byte[]>> one(Visitor visitor, UUID id) {
    return workshop
        .machineWork(visitor, id)
        .map(job -> show(HttpStatus.OK, pages.studio(visitor, "translate", null), job));
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> act(Visitor visitor, UUID id, @Body ActForm form) {
    pages.check(visitor, form.token());
    try {
      workshop.steer(visitor, id, form.act() == null ? "" : form.act());
    } catch (Refused refused) {
      Studio studio = pages.refused(visitor, "translate", refused.problem());
      HttpStatus status = HttpStatus.valueOf(refused.status());
      return workshop.machineWork(visitor, id).map(job -> show(status, studio, job));
    }
    return Optional.of(StudioPages.to("/studio/translate/jobs/" + id));
  }

  private HttpResponse<byte[]> show(HttpStatus status, Studio studio, MachineWork job) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("job", job);
    return pages.page(status, studio, "job", model);
  }
}
