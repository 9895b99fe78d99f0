package voxpop.translation.document;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.edition.Editions;
import voxpop.translation.memory.Memory;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/** Where people translate: segment by segment, two at one desk without losing anything. */
@Singleton
public class Desk {
  private final Documents documents;
  private final Targets targets;
  private final Memory memory;
  private final Editions editions;
  private final ToDo toDo;

  Desk(Documents documents, Targets targets, Memory memory, Editions editions, ToDo toDo) {
    this.documents = documents;
    this.targets = targets;
    this.memory = memory;
    this.editions = editions;
    this.toDo = toDo;
  }

  /**
   * Takes a person's translation of a segment.
   *
   * @throws Problem 400 if the text breaks the markup contract, 404, 412 if somebody else, or the
   *     source, was faster
   */
  @Transactional
  public Line translate(UUID article, String language, Edit edit, String by) {
    return translate(article, language, List.of(edit), by).getFirst().orThrow();
  }

  /**
   * Takes many at once: each by itself, so that one that can't be taken holds up no other.
   *
   * @return what became of each, in their order
   */
  @Transactional
  public List<Outcome> translate(UUID article, String language, List<Edit> edits, String by) {
    Translation translation = documents.lockedForPerson(article, language);
    Map<UUID, Line> lines = translation.bySegment();
    List<Outcome> outcomes = new ArrayList<>();
    Map<UUID, Line> changed = new HashMap<>();
    Map<Segment, String> texts = new LinkedHashMap<>();
    boolean approved = false;
    for (Edit edit : edits) {
      Outcome outcome = edit.apply(changed.getOrDefault(edit.id(), lines.get(edit.id())), by);
      outcomes.add(outcome);
      if (outcome.problem() != null) continue;
      Line line = outcome.orThrow();
      changed.put(edit.id(), line);
      Target.Approved text = line.target().approved();
      if (!edit.approve() || text == null) continue;
      approved = true;
      if (!text.text().isEmpty()) texts.put(line.segment(), text.text());
    }
    memory.approved(texts, translation.document().language(), language, by);
    keep(translation, changed, approved);
    return outcomes;
  }

  /**
   * Takes back what a person did to a segment last; readers see again what they saw before.
   *
   * @throws Problem 404; 409 if there is nothing to take back; 412 if somebody else was faster
   */
  @Transactional
  Line undo(UUID article, String language, UUID segment, @Nullable Integer version) {
    Translation translation = documents.lockedForPerson(article, language);
    Line line =
        translation
            .line(segment)
            .orElseThrow(() -> Problem.notFound("The article has no such sentence (any more)."));
    if (version != null && line.version() != version) throw Edit.overtaken();
    Target.Before before = line.target().before();
    if (before == null) {
      throw Problem.conflict("nothing-to-undo", "Nothing was done to this sentence before.");
    }
    Line undone = line.with(line.target().undo(before));
    remember(translation, undone);
    keep(translation, Map.of(segment, undone), true);
    return undone;
  }

  /** The memory holds what is approved now, not what was for a moment. */
  private void remember(Translation translation, Line undone) {
    String from = translation.document().language();
    Target.Approved text = undone.target().approved();
    memory.forget(undone.segment(), from, translation.language());
    if (text == null || text.text().isEmpty()) return;
    if (undone.target().approvedFor(undone.segment())) {
      memory.approved(
          Map.of(undone.segment(), text.text()), from, translation.language(), text.by());
    }
  }

  /** A whole text was taken over; to be called in the transaction that has locked the article. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public void approved(Translation translation, Map<UUID, Target> approved, String by) {
    Map<UUID, Line> changed = new HashMap<>();
    Map<Segment, String> texts = new LinkedHashMap<>();
    for (Line line : translation.lines()) {
      Target target = approved.get(line.segment().id());
      if (target == null) continue;
      changed.put(line.segment().id(), line.with(target));
      Target.Approved text = target.approved();
      if (text != null && !text.text().isEmpty()) texts.put(line.segment(), text.text());
    }
    memory.approved(texts, translation.document().language(), translation.language(), by);
    keep(translation, changed, true);
  }

  private void keep(Translation translation, Map<UUID, Line> changed, boolean forReaders) {
    if (changed.isEmpty()) return;
    targets.save(changed.values().stream().map(Line::target).toList());
    Translation now =
        translation.with(
            translation.lines().stream()
                .map(line -> changed.getOrDefault(line.segment().id(), line))
                .toList());
    toDo.note(now);
    if (forReaders) editions.approved(now);
  }
}
