package voxpop.translation.job;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import voxpop.kit.id.Ids;
import voxpop.translation.document.Documents;
import voxpop.translation.document.ToDo;
import voxpop.translation.document.Translation;
import voxpop.translation.edition.Editions;
import voxpop.translation.engine.Engine;
import voxpop.translation.memory.Memory;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/** The database's side of the work: claims tasks, and settles what became of them. */
@Singleton
class Claims {
  /** Asked for in one go; engines that take less get less. */
  private static final int BATCH = 50;

  /** Until when an engine that is away is left in peace. */
  private static final int AWAY_SECONDS = 10;

  private final TaskRepository tasks;
  private final JobRepository jobs;
  private final Documents documents;
  private final Editions editions;
  private final Targets targets;
  private final Memory memory;
  private final ToDo toDo;
  private final JobSettings settings;
  private final Clock clock;

  Claims(
      TaskRepository tasks,
      JobRepository jobs,
      Documents documents,
      Editions editions,
      Targets targets,
      Memory memory,
      ToDo toDo,
      JobSettings settings,
      Clock clock) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.documents = documents;
    this.editions = editions;
    this.targets = targets;
    this.memory = memory;
    this.toDo = toDo;
    this.settings = settings;
    this.clock = clock;
  }

  /** Tasks of one article and language, this instance's own until the lease is up. */
  record Claim(UUID lease, UUID article, String language, List<Task> tasks) {}

  /**
   * Claims the task that has waited longest, and others like it. One that failed before goes alone,
   * so that it can't spoil the rest.
   */
  @Transactional
  Optional<Claim> claim() {
    Instant now = clock.instant();
    Optional<Task> next = tasks.next(now);
    if (next.isEmpty()) return Optional.empty();
    Task first = next.get();
    List<Task> claimed = new ArrayList<>(List.of(first));
    if (first.attempts() == 0) {
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

  /** Notes what was asked by an instance that died: its engine may count it twice. */
  @Transactional
  void noteAskedAgain(Claim claim, List<Segment> segments) {
    Map<UUID, Segment> byId =
        segments.stream().collect(Collectors.toMap(Segment::id, Function.identity()));
    for (Task task : claim.tasks()) {
      Segment segment = byId.get(task.segment());
      if (task.lease() != null && segment != null) {
        jobs.askedAgain(task.job(), segment.source().length());
      }
    }
  }

  /**
   * Writes down what an engine answered, as far as it is still wanted, and holds the claim on.
   *
   * @param waiting segments of the claim that the engine is still to be asked for
   */
  @Transactional
  void settle(
      Claim claim, Engine engine, Map<UUID, Translating.Outcome> outcomes, Set<UUID> waiting) {
    Translation translation = documents.locked(claim.article(), claim.language()).orElse(null);
    if (translation == null) return;
    for (Task task : tasks.held(claim.lease())) {
      if (waiting.contains(task.segment())) {
        tasks.hold(task.id(), clock.instant().plus(settings.lease()));
        continue;
      }
      Translating.Outcome outcome = outcomes.get(task.segment());
      Line line = translation.line(task.segment()).orElse(null);
      boolean wanted = line != null && line.segment().hash().equals(task.hash());
      if (outcome != null && line != null && wanted) {
        targets.save(List.of(result(translation, line, engine, outcome)));
      }
      boolean failed = wanted && outcome != null && outcome.text() == null;
      long characters = outcome == null ? 0 : outcome.characters();
      jobs.progress(task.job(), failed ? 0 : 1, failed ? 1 : 0, characters, engine.name());
      end(translation, task);
    }
    editions.refresh(translation.document(), claim.language());
    toDo.note(documents.translation(translation.document(), claim.language()));
  }

  /** The engine gave no answer: tried again after a pause, in the end left to people. */
  @Transactional
  void failed(Claim claim, Engine engine, String reason) {
    Translation translation = documents.locked(claim.article(), claim.language()).orElse(null);
    if (translation == null) return;
    for (Task task : tasks.held(claim.lease())) {
      if (task.attempts() < settings.attempts()) {
        tasks.postpone(task.id(), clock.instant().plus(settings.pauseAfter(task.attempts())));
        continue;
      }
      translation
          .line(task.segment())
          .filter(line -> line.segment().hash().equals(task.hash()))
          .ifPresent(line -> targets.save(List.of(fail(line, reason))));
      jobs.progress(task.job(), 0, 1, 0, engine.name());
      end(translation, task);
    }
    toDo.note(documents.translation(translation.document(), claim.language()));
  }

  /** There is no engine at the moment: that is no task's fault. */
  @Transactional
  void away(Claim claim) {
    for (Task task : tasks.held(claim.lease())) {
      tasks.putBack(task.id(), clock.instant().plusSeconds(AWAY_SECONDS));
    }
  }

  private void end(Translation translation, Task task) {
    tasks.remove(task.id());
    if (jobs.finish(task.job(), clock.instant()) > 0) {
      editions.machineIsDone(translation.document(), task.language());
    }
  }

  private Target result(
      Translation translation, Line line, Engine engine, Translating.Outcome outcome) {
    String text = outcome.text();
    if (text == null) return fail(line, String.valueOf(outcome.reason()));
    if (engine.forReaders()) {
      memory.translated(
          line.segment(),
          translation.document().language(),
          translation.language(),
          text,
          engine.name());
    }
    Target.Candidate draft = line.target().candidateFor(line.segment());
    if (draft != null && draft.byPerson()) return line.target(); // a person was faster
    return line.target().propose(new Target.Candidate(text, line.segment().hash(), engine.name()));
  }

  private static Target fail(Line line, String reason) {
    return line.target().fail(new Target.Failure(line.segment().hash(), shortened(reason)));
  }

  private static String shortened(String reason) {
    return reason.length() <= 900 ? reason : reason.substring(0, 900) + "…";
  }
}
