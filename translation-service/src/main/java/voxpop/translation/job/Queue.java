package voxpop.translation.job;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Document;
import voxpop.translation.document.Documents;
import voxpop.translation.document.ToDo;
import voxpop.translation.document.Translation;
import voxpop.translation.edition.Editions;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.Pair;
import voxpop.translation.memory.Memory;
import voxpop.translation.segment.Line;
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
      Clock clock) {
    this.jobs = jobs;
    this.tasks = tasks;
    this.documents = documents;
    this.editions = editions;
    this.engines = engines;
    this.memory = memory;
    this.targets = targets;
    this.toDo = toDo;
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
    return enqueue(translation, wanted);
  }

  /** The source has changed: what has a text in this language is translated again. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void translateAgain(Document document, String language) {
    Pair pair = new Pair(document.language(), language);
    if (engines.forPair(pair).filter(Engine::forReaders).isEmpty()) return;
    UUID article = document.article();
    boolean all =
        editions.of(article, language).published()
            || jobs.countByArticleAndLanguage(article, language) > 0;
    Translation translation = documents.translation(document, language);
    Predicate<Line> wanted = line -> line.wanting() && (all || line.state() == State.STALE);
    if (translation.lines().stream().anyMatch(wanted)) enqueue(translation, wanted);
  }

  /** Forgets everything about an article. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void cancel(UUID article) {
    tasks.deleteByArticle(article);
    jobs.deleteByArticle(article);
  }

  private Job enqueue(Translation translation, Predicate<Line> wanted) {
    Document document = translation.document();
    Job job =
        jobs.findOpen(document.article(), translation.language())
            .orElseGet(
                () ->
                    jobs.save(Job.of(document.article(), translation.language(), clock.instant())));
    List<Target> known = new ArrayList<>();
    int more = 0;
    long characters = 0;
    for (Line line : translation.lines()) {
      if (!wanted.test(line)) continue;
      var remembered =
          memory.proposedFor(line.segment(), document.language(), translation.language());
      if (remembered.isPresent()) {
        known.add(line.target().propose(remembered.get()));
        characters += line.segment().source().length();
      } else {
        tasks.add(
            Ids.next(),
            job.id(),
            line.segment().id(),
            document.article(),
            translation.language(),
            line.segment().hash(),
            clock.instant());
        more++;
      }
    }
    targets.save(known);
    if (!known.isEmpty()) toDo.note(documents.translation(document, translation.language()));
    jobs.grow(job.id(), more, characters);
    if (jobs.finish(job.id(), clock.instant()) > 0) {
      editions.machineIsDone(document, translation.language());
    }
    return jobs.findById(job.id()).orElse(job);
  }
}
