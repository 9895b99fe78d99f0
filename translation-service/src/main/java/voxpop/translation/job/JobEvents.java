package voxpop.translation.job;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import voxpop.kit.caller.Caller;
import voxpop.kit.leaving.Waiting;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Translators;

/**
 * A job as it goes on (server-sent events, WHATWG HTML 9.2): event {@code progress} with what
 * {@code GET} answers, at once and with each change, until it is over. Read from the database,
 * since whichever instance is free works on it.
 */
@Controller("/api/translations/jobs/{id}/events")
class JobEvents implements Waiting {
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Proxies on the way take a silent connection for a dead one. */
  private static final Duration ALIVE = Duration.ofSeconds(10);

  private final JobRepository jobs;
  private final JobViews views;
  private final Scheduler blocking;
  private final Sinks.Empty<Void> leaving = Sinks.empty();

  JobEvents(
      JobRepository jobs, JobViews views, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.jobs = jobs;
    this.views = views;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Get
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<JobView>> watch(UUID id, Caller caller) {
    Translators.requireToLook(caller);
    JobView now =
        jobs.findById(id)
            .map(views::of)
            .orElseThrow(() -> Problem.notFound("There is no such translation job."));
    Flux<JobView> changes =
        Flux.interval(LOOK)
            .onBackpressureDrop()
            .concatMap(tick -> Flux.defer(() -> look(id)).subscribeOn(blocking), 1)
            .startWith(now)
            .distinctUntilChanged()
            .takeUntil(job -> job.finishedAt() != null)
            .takeUntilOther(leaving.asMono());
    return changes
        .<Event<JobView>>map(job -> Event.of(job).name("progress").id(String.valueOf(job.done())))
        .publish(
            events ->
                Flux.merge(
                    events,
                    Flux.interval(ALIVE)
                        .onBackpressureDrop()
                        .flatMap(tick -> look(id).subscribeOn(blocking))
                        .map(job -> Event.of(job).name("alive"))
                        .takeUntilOther(events.then())));
  }

  /** A browser comes again by itself, and finds another instance. */
  @Override
  public void endWaiting() {
    leaving.tryEmitEmpty();
  }

  private Flux<JobView> look(UUID id) {
    return Flux.defer(
        () -> {
          Optional<Job> job = jobs.findById(id);
          return job.isPresent() ? Flux.just(views.of(job.get())) : Flux.empty();
        });
  }
}
