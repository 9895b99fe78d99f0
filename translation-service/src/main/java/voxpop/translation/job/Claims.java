package voxpop.translation.job;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Translation;
import voxpop.translation.engine.Engine;
import voxpop.translation.segment.Prose;
import voxpop.translation.segment.Segment;

/** The database's side of the work: claims tasks, and settles what became of them. */
@Singleton
class Claims {
  /** Asked for in one go; engines that take less get less. */
  private static final int BATCH = 50;

  /** How often a task is tried in company; as the query for it says. */
  private static final int TOGETHER = 2;

  /** Until when an engine that is away is left in peace. */
  private static final int AWAY_SECONDS = 10;

  private final TaskRepository tasks;
  private final JobRepository jobs;
  private final Documents documents;
  private final JobSettings settings;
  private final Clock clock;

  Claims(
      TaskRepository tasks,
      JobRepository jobs,
      Documents documents,
      JobSettings settings,
      Clock clock) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.documents = documents;
    this.settings = settings;
    this.clock = clock;
  }

  /** Tasks of one article and language, this instance's own until the lease is up. */
  record Claim(UUID lease, UUID article, String language, List<Task> tasks) {}

  /**
   * Claims the most urgent task, and others like it. One that failed twice goes alone, so that it
   * can't spoil the rest; the first time it may have been the instance that died.
   */
  @Transactional
  Optional<Claim> claim() {
    tasks.turn();
    Instant now = clock.instant();
    Optional<Task> next = tasks.next(now);
    if (next.isEmpty()) return Optional.empty();
    Task first = next.get();
    List<Task> claimed = new ArrayList<>(List.of(first));
    if (first.attempts() < TOGETHER) {
      claimed.addAll(tasks.more(first.article(), first.language(), now, first.id(), BATCH - 1));
    }
    UUID lease = Ids.next();
    claimed.forEach(task -> tasks.claim(task.id(), lease, now.plus(settings.lease())));
    return Optional.of(new Claim(lease, first.article(), first.language(), claimed));
  }

  /** The texts that are claimed, as they are now. */
  @Transactional
  Optional<Translation> translation(Claim claim) {
    return documents.known(claim.article()).map(d -> documents.translation(d, claim.language()));
  }

  /** Notes what was asked by an instance that died: its engine may have charged it. */
  @Transactional
  void noteAskedAgain(Claim claim, List<Segment> segments) {
    List<Task> asked = claim.tasks().stream().filter(Task::asked).toList();
    asked.forEach(task -> tasks.ask(task.id(), false));
    for (Task task : asked) {
      segments.stream()
          .filter(segment -> segment.id().equals(task.segment()))
          .findFirst()
          .ifPresent(segment -> jobs.askedAgain(task.job(), Prose.characters(segment)));
    }
  }

  /**
   * Marks what an engine is about to be asked for, and holds the claim for as long as that may
   * take.
   *
   * @return what is still this claim's: not what was edited, cancelled or paused meanwhile
   */
  @Transactional
  List<Segment> asking(Claim claim, List<Segment> batch, Engine engine) {
    Map<UUID, Task> held = held(claim);
    tasks.hold(claim.lease(), clock.instant().plus(leaseFor(engine)));
    List<Segment> ours = batch.stream().filter(segment -> held.containsKey(segment.id())).toList();
    ours.forEach(segment -> tasks.ask(task(held, segment).id(), true));
    return ours;
  }

  /** Nobody takes for dead who only waits for an engine. */
  private Duration leaseFor(Engine engine) {
    Duration patient = engine.patience().plusSeconds(1);
    return patient.compareTo(settings.lease()) > 0 ? patient : settings.lease();
  }

  /** The engine gave no answer: what it was asked for is possibly charged, or surely not. */
  @Transactional
  void unanswered(Claim claim, List<Segment> batch, boolean possiblyCharged) {
    Map<UUID, Task> held = held(claim);
    List<Segment> ours = batch.stream().filter(s -> held.containsKey(s.id())).toList();
    ours.forEach(segment -> tasks.ask(task(held, segment).id(), false));
    if (!possiblyCharged) return;
    ours.forEach(s -> jobs.askedAgain(task(held, s).job(), Prose.characters(s)));
  }

  /** There is no engine at the moment, or none that may be asked: that is no task's fault. */
  @Transactional
  void waiting(Claim claim, String reason, @Nullable Instant until) {
    for (Task task : tasks.held(claim.lease())) {
      tasks.putBack(task.id(), clock.instant().plusSeconds(AWAY_SECONDS));
      jobs.waiting(task.job(), reason, until);
    }
  }

  private Map<UUID, Task> held(Claim claim) {
    return bySegment(tasks.held(claim.lease()));
  }

  static Map<UUID, Task> bySegment(List<Task> tasks) {
    return tasks.stream().collect(Collectors.toMap(Task::segment, Function.identity()));
  }

  static Task task(Map<UUID, Task> held, Segment segment) {
    return Objects.requireNonNull(held.get(segment.id()));
  }
}
