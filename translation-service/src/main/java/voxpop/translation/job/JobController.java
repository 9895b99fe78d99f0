package voxpop.translation.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Translators;

/** Machine translations: to be asked for, watched, held and ended. */
@Controller("/api/translations")
class JobController {
  /** After every identifier that there can be. */
  private static final UUID END = new UUID(-1, -1);

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<JobView> items, @Nullable String next) {}

  private final Queue queue;
  private final JobRepository jobs;
  private final JobViews views;

  JobController(Queue queue, JobRepository jobs, JobViews views) {
    this.queue = queue;
    this.jobs = jobs;
    this.views = views;
  }

  @Post("/{article}/{language}")
  HttpResponse<JobView> translate(UUID article, String language, Caller caller) {
    Translators.require(caller, language);
    Job job = queue.translate(article, language);
    return HttpResponse.<JobView>accepted(URI.create("/api/translations/jobs/" + job.id()))
        .body(views.of(job));
  }

  /** All of them, the newest first. */
  @Get("/jobs")
  Items list(
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
      @QueryValue @Nullable UUID after,
      Caller caller) {
    Translators.requireToLook(caller);
    List<Job> found = jobs.page(after == null ? END : after, limit + 1);
    boolean more = found.size() > limit;
    List<Job> page = more ? found.subList(0, limit) : found;
    return new Items(views.of(page), more ? page.getLast().id().toString() : null);
  }

  @Get("/jobs/{id}")
  Optional<JobView> job(UUID id, Caller caller) {
    Translators.requireToLook(caller);
    return jobs.findById(id).map(views::of);
  }

  /** Holds it: what an engine is answering just now is still taken, nothing more is asked. */
  @Put("/jobs/{id}/pause")
  JobView pause(UUID id, Caller caller) {
    return views.of(queue.pause(allowed(id, caller), true));
  }

  /** Lets it go on. */
  @Delete("/jobs/{id}/pause")
  JobView resume(UUID id, Caller caller) {
    return views.of(queue.pause(allowed(id, caller), false));
  }

  /** Ends it; what was translated by then stays. */
  @Delete("/jobs/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void cancel(UUID id, Caller caller) {
    queue.end(allowed(id, caller));
  }

  private UUID allowed(UUID id, Caller caller) {
    Translators.requireToLook(caller);
    Job job =
        jobs.findById(id).orElseThrow(() -> Problem.notFound("There is no such translation job."));
    Translators.require(caller, job.language());
    return id;
  }
}
