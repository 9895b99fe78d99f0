package voxpop.translation.job;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.translation.document.Documents;
import voxpop.translation.document.ToDo;
import voxpop.translation.document.Translation;
import voxpop.translation.edition.Editions;
import voxpop.translation.engine.Engine;
import voxpop.translation.memory.Memory;
import voxpop.translation.memory.Remembered;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Prose;
import voxpop.translation.segment.Reason;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/** Writes down what became of claimed tasks, each as far as it is still wanted. */
@Singleton
class Settling {
  /** Of a text that is damaged all over, the first ones tell enough. */
  private static final int MOST_REASONS = 20;

  private final TaskRepository tasks;
  private final JobRepository jobs;
  private final Documents documents;
  private final Editions editions;
  private final Targets targets;
  private final Memory memory;
  private final ToDo toDo;
  private final JobSettings settings;
  private final Clock clock;

  Settling(
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

  /** Takes from the memory what it has come to know since it was queued; answers the rest. */
  @Transactional
  List<Segment> remembered(Claims.Claim claim, List<Segment> segments) {
    Translation translation = locked(claim, segments.stream().map(Segment::id).toList());
    if (translation == null) return List.of();
    Map<UUID, Line> lines = translation.bySegment();
    Map<UUID, Task> held = held(claim);
    Remembered known = memory.of(segments, translation.document().language(), claim.language());
    List<Segment> rest = new ArrayList<>();
    Settled settled = new Settled();
    for (Segment segment : segments) {
      Line line = lines.get(segment.id());
      Task task = held.get(segment.id());
      var proposed = known.proposedFor(segment);
      if (proposed.isEmpty() || line == null || task == null) {
        rest.add(segment);
        continue;
      }
      if (line.wanting()) settled.change(line.target().propose(proposed.get()));
      settled.done(task, Tallied.remembered(Prose.characters(segment)));
    }
    keep(claim, settled, null);
    return rest;
  }

  /**
   * Writes down what an engine answered, as far as it is still wanted.
   *
   * @param batch what it was asked for; of what it gave no outcome for, it is asked again
   */
  @Transactional
  void settle(
      Claims.Claim claim,
      Engine engine,
      List<Segment> batch,
      Map<UUID, Translating.Outcome> outcomes) {
    Translation translation = locked(claim, batch.stream().map(Segment::id).toList());
    if (translation == null) return;
    Map<UUID, Line> lines = translation.bySegment();
    Map<UUID, Task> held = held(claim);
    Settled settled = new Settled();
    Map<Segment, String> texts = new LinkedHashMap<>();
    for (Segment segment : batch) {
      Task task = held.get(segment.id());
      Translating.Outcome outcome = outcomes.get(segment.id());
      if (task == null) continue;
      Line line = lines.get(segment.id());
      if (outcome == null) {
        again(settled, line, task, Reason.other("The engine gave no second answer."));
        continue;
      }
      boolean wanted = line != null && line.segment().hash().equals(task.hash());
      if (line != null && wanted) {
        settled.change(result(line, engine, outcome));
        if (outcome.text() != null) texts.put(line.segment(), outcome.text());
      }
      boolean failed = wanted && outcome.text() == null;
      settled.done(task, Tallied.answered(failed, outcome.engine(), outcome.glossary()));
    }
    if (engine.forReaders()) {
      String from = translation.document().language();
      memory.translated(texts, from, translation.language(), engine.name());
    }
    keep(claim, settled, engine.name());
  }

  /** What was claimed and is not wanted any more: deleted or edited since. */
  @Transactional
  void settleUnwanted(Claims.Claim claim, Set<UUID> wanted) {
    if (claim.tasks().stream().allMatch(task -> wanted.contains(task.segment()))) return;
    Translation translation = locked(claim, claim.tasks().stream().map(Task::segment).toList());
    if (translation == null) return;
    Settled settled = new Settled();
    for (Task task : tasks.held(claim.lease())) {
      if (!wanted.contains(task.segment())) settled.done(task, Tallied.UNWANTED);
    }
    keep(claim, settled, null);
  }

  /** No engine gave an answer: tried again after a pause, in the end left to people. */
  @Transactional
  void failed(Claims.Claim claim, Reason reason) {
    Translation translation = locked(claim, claim.tasks().stream().map(Task::segment).toList());
    if (translation == null) return;
    Map<UUID, Line> lines = translation.bySegment();
    Settled settled = new Settled();
    for (Task task : tasks.held(claim.lease())) {
      again(settled, lines.get(task.segment()), task, reason);
    }
    keep(claim, settled, null);
  }

  private void again(Settled settled, @Nullable Line line, Task task, Reason reason) {
    if (task.attempts() < settings.attempts()) {
      tasks.postpone(task.id(), clock.instant().plus(settings.pauseAfter(task.attempts())));
      return;
    }
    if (line != null && line.segment().hash().equals(task.hash())) {
      settled.change(fail(line, List.of(reason)));
    }
    settled.done(task, Tallied.FAILED);
  }

  /** What became of a claim that ends before all of it was asked for. */
  @Transactional
  void show(Claims.Claim claim) {
    documents.locked(claim.article(), claim.language()).ifPresent(this::show);
  }

  /**
   * All of it at once. What comes of it for readers and translators is seen to with the last of a
   * claim: that is the whole text's work, not a batch's.
   */
  private void keep(Claims.Claim claim, Settled settled, @Nullable String engine) {
    targets.save(settled.changed().values());
    settled
        .byJob()
        .forEach(
            (job, sum) ->
                jobs.progress(
                    job,
                    sum.done(),
                    sum.failed(),
                    sum.engine(),
                    sum.glossary(),
                    sum.memory(),
                    engine));
    settled.ended().forEach(task -> tasks.remove(task.id()));
    if (tasks.held(claim.lease()).isEmpty()) over(claim);
  }

  private void over(Claims.Claim claim) {
    Translation translation =
        documents.locked(claim.article(), claim.language()).map(this::show).orElse(null);
    if (translation == null) return;
    claim.tasks().stream()
        .map(Task::job)
        .distinct()
        .filter(job -> jobs.finish(job, clock.instant()) > 0)
        .forEach(job -> toDo.note(editions.machineIsDone(translation)));
  }

  private Translation show(Translation translation) {
    Translation shown = editions.refresh(translation);
    toDo.note(shown);
    return shown;
  }

  private @Nullable Translation locked(Claims.Claim claim, List<UUID> segments) {
    return documents.locked(claim.article(), claim.language(), segments).orElse(null);
  }

  private Map<UUID, Task> held(Claims.Claim claim) {
    return Claims.bySegment(tasks.held(claim.lease()));
  }

  private static Target result(Line line, Engine engine, Translating.Outcome outcome) {
    String text = outcome.text();
    if (text == null) return fail(line, outcome.reasons());
    Target.Candidate draft = line.target().candidateFor(line.segment());
    if (draft != null && draft.byPerson()) return line.target(); // a person was faster
    return line.target().propose(new Target.Candidate(text, line.segment().hash(), engine.name()));
  }

  private static Target fail(Line line, List<Reason> reasons) {
    List<Reason> first = reasons.stream().limit(MOST_REASONS).toList();
    String said = shortened(Reason.say(first));
    return line.target().fail(new Target.Failure(line.segment().hash(), said, first));
  }

  private static String shortened(String reason) {
    return reason.length() <= 900 ? reason : reason.substring(0, 900) + "…";
  }
}
