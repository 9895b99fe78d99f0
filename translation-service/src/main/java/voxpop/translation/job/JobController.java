package voxpop.translation.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.translation.document.Translators;

/** Machine translations, to be asked for and watched. */
@Controller("/api/translations")
class JobController {
  /** Characters of source by where their translation came from. */
  @Serdeable
  record Receipt(long memory, long engine, long askedAgain) {}

  /**
   * {@code state}: {@code running} or {@code done}; {@code failed} sentences are left to people.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Progress(
      UUID id,
      UUID article,
      String language,
      String state,
      @Nullable String engine,
      int total,
      int done,
      int failed,
      Receipt characters,
      Instant createdAt,
      @Nullable Instant finishedAt) {
    Progress(Job job) {
      this(
          job.id(),
          job.article(),
          job.language(),
          job.finishedAt() == null ? "running" : "done",
          job.engine(),
          job.total(),
          job.done(),
          job.failed(),
          new Receipt(job.memoryCharacters(), job.engineCharacters(), job.askedAgainCharacters()),
          job.createdAt(),
          job.finishedAt());
    }
  }

  private final Queue queue;
  private final JobRepository jobs;

  JobController(Queue queue, JobRepository jobs) {
    this.queue = queue;
    this.jobs = jobs;
  }

  @Post("/{article}/{language}")
  HttpResponse<Progress> translate(UUID article, String language, Caller caller) {
    Translators.require(caller, language);
    Job job = queue.translate(article, language);
    return HttpResponse.<Progress>accepted(URI.create("/api/translations/jobs/" + job.id()))
        .body(new Progress(job));
  }

  @Get("/jobs/{id}")
  Optional<Progress> job(UUID id, Caller caller) {
    caller.require(Role.TRANSLATOR, Role.EDITOR, Role.AUTHOR);
    return jobs.findById(id).map(Progress::new);
  }
}
