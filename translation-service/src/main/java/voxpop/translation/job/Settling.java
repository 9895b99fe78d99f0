package voxpop.translation.job;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import voxpop.translation.document.Documents;
import voxpop.translation.document.ToDo;
import voxpop.translation.document.Translation;
import voxpop.translation.edition.Editions;
import voxpop.translation.engine.Engine;
import voxpop.translation.memory.Memory;
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
    Translation translation = documents.locked(claim.article(), claim.language()).orElse(null);
    if (translation == null) return List.of();
    Map<UUID, Task> held = held(claim);
    List<Segment> rest = new ArrayList<>();
    List<Task> ended = new ArrayList<>();
    for (Segment segment : segments) {
      Line line = translation.line(segment.id()).orElse(null);
      var known = memory.proposedFor(segment, translation.document().language(), claim.language());
      if (known.isEmpty() || line == null || !held.containsKey(segment.id())) {
        rest.add(segment);
        continue;
      }
      if (line.wanting()) targets.save(List.of(line.target().propose(known.get())));
      Task task = Claims.task(held, segment);
      jobs.progress(task.job(), 1, 0, 0, 0, Prose.characters(segment), null);
      ended.add(task);
    }
    ended.forEach(task -> end(translation, task));
    if (!ended.isEmpty()) show(translation);
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
    Translation translation = documents.locked(claim.article(), claim.language()).orElse(null);
    if (translation == null) return;
    Map<UUID, Task> held = held(claim);
    for (Segment segment : batch) {
      Task task = held.get(segment.id());
      Translating.Outcome outcome = outcomes.get(segment.id());
      if (task == null) continue;
      if (outcome == null) {
        again(translation, task, Reason.other("The engine gave no second answer."));
        continue;
      }
      Line line = translation.line(segment.id()).orElse(null);
      boolean wanted = line != null && line.segment().hash().equals(task.hash());
      if (line != null && wanted) {
        targets.save(List.of(result(translation, line, engine, outcome)));
      }
      boolean failed = wanted && outcome.text() == null;
      jobs.progress(
          task.job(),
          failed ? 0 : 1,
          failed ? 1 : 0,
          outcome.engine(),
          outcome.glossary(),
          0,
          engine.name());
      end(translation, task);
    }
    show(translation);
  }

  /** What was claimed and is not wanted any more: deleted or edited since. */
  @Transactional
  void settleUnwanted(Claims.Claim claim, Set<UUID> wanted) {
    Translation translation = documents.locked(claim.article(), claim.language()).orElse(null);
    if (translation == null) return;
    for (Task task : tasks.held(claim.lease())) {
      if (wanted.contains(task.segment())) continue;
      jobs.progress(task.job(), 1, 0, 0, 0, 0, null);
      end(translation, task);
    }
  }

  /** No engine gave an answer: tried again after a pause, in the end left to people. */
  @Transactional
  void failed(Claims.Claim claim, Reason reason) {
    Translation translation = documents.locked(claim.article(), claim.language()).orElse(null);
    if (translation == null) return;
    for (Task task : tasks.held(claim.lease())) again(translation, task, reason);
    show(translation);
  }

  private void again(Translation translation, Task task, Reason reason) {
    if (task.attempts() < settings.attempts()) {
      tasks.postpone(task.id(), clock.instant().plus(settings.pauseAfter(task.attempts())));
      return;
    }
    translation
        .line(task.segment())
        .filter(line -> line.segment().hash().equals(task.hash()))
        .ifPresent(line -> targets.save(List.of(fail(line, List.of(reason)))));
    jobs.progress(task.job(), 0, 1, 0, 0, 0, null);
    end(translation, task);
  }

  private void show(Translation translation) {
    editions.refresh(translation.document(), translation.language());
    toDo.note(documents.translation(translation.document(), translation.language()));
  }

  private Map<UUID, Task> held(Claims.Claim claim) {
    return Claims.bySegment(tasks.held(claim.lease()));
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
    if (text == null) return fail(line, outcome.reasons());
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

  private static Target fail(Line line, List<Reason> reasons) {
    List<Reason> first = reasons.stream().limit(MOST_REASONS).toList();
    String said = shortened(Reason.say(first));
    return line.target().fail(new Target.Failure(line.segment().hash(), said, first));
  }

  private static String shortened(String reason) {
    return reason.length() <= 900 ? reason : reason.substring(0, 900) + "…";
  }
}
