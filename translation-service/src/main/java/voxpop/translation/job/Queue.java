package voxpop.translation.job;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Document;
import voxpop.translation.document.Documents;
import voxpop.translation.document.ToDo;
import voxpop.translation.document.Translation;
import voxpop.translation.edition.Editions;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.Pair;
import voxpop.translation.memory.Memory;
import voxpop.translation.memory.Remembered;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Prose;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.State;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/** Takes in what is to be translated: what the memory knows is settled at once, the rest waits. */
@Singleton
public class Queue {
  private final JobRepository jobs;
  private final TaskRepository tasks;
  private final Documents documents;
  private final Editions editions;
  private final Engines engines;
  private final Memory memory;
  private final Targets targets;
  private final ToDo toDo;
  private final Priorities priorities;
  private final Clock clock;

  Queue(
      JobRepository jobs,
      TaskRepository tasks,
      Documents documents,
      Editions editions,
      Engines engines,
      Memory memory,
      Targets targets,
      ToDo toDo,
      Priorities priorities,
      Clock clock) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.documents = documents;
    this.editions = editions;
    this.engines = engines;
    this.memory = memory;
    this.targets = targets;
    this.toDo = toDo;
    this.priorities = priorities;
    this.clock = clock;
  }

  /**
   * A person asks for all that is missing. Whoever asks while a job for it is open gets that one.
   *
   * @throws Problem 409 if no engine translates the pair
   */
  @Transactional
  Job translate(UUID article, String language) {
    Translation translation = documents.lockedForPerson(article, language);
    Pair pair = new Pair(translation.document().language(), language);
    if (engines.forPair(pair).isEmpty()) {
      throw Problem.conflict(
          "no-engine",
          "No engine translates from “%s” into “%s” at the moment."
              .formatted(pair.source(), pair.target()));
    }
    Predicate<Line> wanted =
        line ->
            line.wanting()
                || (line.target().failedFor(line.segment()) && line.state() != State.APPROVED);
    Queued queued = enqueue(translation, wanted);
    if (!queued.translation().equals(translation)) toDo.note(queued.translation());
    return jobs.findById(queued.job().id()).orElse(queued.job());
  }

  /**
   * The source has changed: what has a text in this language is translated again. Answers the
   * translation with what the memory knew.
   */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public Translation translateAgain(Translation translation) {
    UUID article = translation.document().article();
    String language = translation.language();
    Pair pair = new Pair(translation.document().language(), language);
    if (!engines.mayTranslate(pair)) return translation;
    boolean all =
        editions.standing(article, language).published()
            || jobs.countByArticleAndLanguage(article, language) > 0;
    Predicate<Line> wanted = line -> line.wanting() && (all || line.state() == State.STALE);
    if (translation.lines().stream().noneMatch(wanted)) return translation;
    return enqueue(translation, wanted).translation();
  }

  /** Forgets everything about an article. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void cancel(UUID article) {
    tasks.deleteByArticle(article);
    jobs.deleteByArticle(article);
    priorities.forget(article);
  }

  /**
   * Holds a job, or lets it go on.
   *
   * @throws Problem 409 if it is over
   */
  @Transactional
  Job pause(UUID id, boolean paused) {
    tasks.pause(id, paused, clock.instant()); // tasks before jobs, as whoever works does
    jobs.pause(id, paused);
    Job job = jobs.findById(id).orElseThrow();
    if (job.over()) throw Problem.conflict("job-over", "This translation job is over.");
    return job;
  }

  /** Ends a job before its time; one that is over stays as it is. */
  @Transactional
  void end(UUID id) {
    tasks.deleteByJob(id);
    jobs.cancel(id, clock.instant());
  }

  private record Queued(Job job, Translation translation) {}

  private Queued enqueue(Translation translation, Predicate<Line> wanted) {
    Document document = translation.document();
    Job job =
        jobs.findOpen(document.article(), translation.language())
            .orElseGet(
                () ->
                    jobs.save(Job.of(document.article(), translation.language(), clock.instant())));
    Map<UUID, Task> queued =
        tasks.findByArticleAndLanguage(document.article(), translation.language()).stream()
            .collect(Collectors.toMap(Task::segment, Function.identity()));
    long priority = priorities.of(document.article());
    List<Line> lines = translation.lines().stream().filter(wanted).toList();
    Remembered remembered =
        memory.of(
            lines.stream().map(Line::segment).toList(),
            document.language(),
            translation.language());
    Map<UUID, Target> known = new LinkedHashMap<>();
    List<Task> more = new ArrayList<>();
    long characters = 0;
    for (Line line : lines) {
      Segment segment = line.segment();
      Optional<Target.Candidate> proposed = remembered.proposedFor(segment);
      Task task = queued.get(segment.id());
      if (proposed.isPresent()) {
        known.put(segment.id(), line.target().propose(proposed.get()));
        characters += Prose.characters(segment);
      } else if (task == null) {
        more.add(task(job, segment, translation.language(), priority));
      } else if (!task.hash().equals(segment.hash())) {
        tasks.renew(task.id(), segment.hash(), clock.instant());
      }
    }
    tasks.saveAll(more);
    targets.save(known.values());
    Translation now = translation.with(known);
    jobs.grow(job.id(), more.size(), characters, byPeople(now));
    if (jobs.finish(job.id(), clock.instant()) > 0) now = editions.machineIsDone(now);
    return new Queued(job, now);
  }

  private Task task(Job job, Segment segment, String language, long priority) {
    return new Task(
        Ids.next(),
        job.id(),
        segment.id(),
        segment.article(),
        language,
        segment.hash(),
        0,
        null,
        clock.instant(),
        false,
        job.paused(),
        priority);
  }

  private static long byPeople(Translation translation) {
    return translation.lines().stream()
        .filter(
            line -> {
              Target.Candidate candidate = line.target().candidateFor(line.segment());
              return line.target().approvedFor(line.segment())
                  || (candidate != null && candidate.byPerson());
            })
        .mapToLong(line -> Prose.characters(line.segment()))
        .sum();
  }
}
