package voxpop.translation.document;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;
import voxpop.translation.edition.Editions;
import voxpop.translation.memory.Memory;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/** Where people translate: one segment at a time, two at one desk without losing anything. */
@Singleton
class Desk {
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
   * @param version that the person has seen
   * @throws Problem 400 if the text breaks the markup contract, 404, 412 if somebody else, or the
   *     source, was faster
   */
  @Transactional
  Line translate(
      UUID article,
      String language,
      UUID segment,
      String typed,
      boolean approve,
      int version,
      String by) {
    Translation translation = documents.lockedForPerson(article, language);
    Line line =
        translation
            .line(segment)
            .orElseThrow(() -> Problem.notFound("The article has no such sentence (any more)."));
    if (line.version() != version) {
      throw Problem.preconditionFailed(
          "Somebody else has translated this sentence, or its source has changed.");
    }
    String text = checked(line.segment(), typed);
    Target target =
        approve
            ? line.target().approve(text, line.segment(), by)
            : line.target().draft(text, line.segment());
    targets.save(List.of(target));
    Line changed = line.with(target);
    Translation now = translation.with(replaced(translation, changed));
    toDo.note(now);
    if (approve) {
      memory.approved(line.segment(), translation.document().language(), language, text, by);
      editions.approved(now);
    }
    return changed;
  }

  private static String checked(Segment segment, String typed) {
    Kind kind = segment.kind();
    String text =
        kind.markup()
            ? Attributes.complete(segment.source(), Markup.tidy(typed))
            : typed.strip().replaceAll("\\s*\\R\\s*", " ");
    List<String> violations = Contract.violations(kind, segment.source(), text);
    if (!violations.isEmpty()) {
      throw Problem.invalid(
          violations.stream().map(message -> new Violation("text", message)).toList());
    }
    boolean empty = (kind.markup() ? Markup.plain(text) : text).isBlank();
    if (empty) throw Problem.invalid("text", "must not be blank");
    return text;
  }

  private static List<Line> replaced(Translation translation, Line changed) {
    return translation.lines().stream()
        .map(line -> line.segment().equals(changed.segment()) ? changed : line)
        .toList();
  }
}
