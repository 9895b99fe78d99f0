package voxpop.translation.document;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Reason;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;

/**
 * What a person makes of a segment.
 *
 * @param id the segment's
 * @param version that the person has seen; what happened since is not overwritten. Null takes any
 */
public record Edit(UUID id, String text, boolean approve, @Nullable Integer version) {
  /** What becomes of it; {@code line} is null where there is no such segment. */
  Outcome apply(@Nullable Line line, String by) {
    if (line == null) {
      return Outcome.refused(
          id, null, Problem.notFound("The article has no such sentence (any more)."));
    }
    if (version != null && line.version() != version) return Outcome.refused(id, line, overtaken());
    try {
      String checked = checked(line.segment(), text);
      Target target = line.target();
      return Outcome.done(
          line.with(
              approve
                  ? target.approve(checked, line.segment(), by)
                  : target.draft(checked, line.segment())));
    } catch (Problem refused) {
      return Outcome.refused(id, line, refused);
    }
  }

  static Problem overtaken() {
    return Problem.preconditionFailed(
        "Somebody else has translated this sentence, or its source has changed.");
  }

  /**
   * A typed text as it is kept.
   *
   * @throws Problem 400 if it breaks the markup contract
   */
  public static String checked(Segment segment, String typed) {
    Kind kind = segment.kind();
    String text =
        kind.markup()
            ? Attributes.complete(segment.source(), Markup.tidy(typed))
            : typed.strip().replaceAll("\\s*\\R\\s*", " ");
    List<Reason> violations = Contract.violations(kind, segment.source(), text);
    if (!violations.isEmpty()) {
      throw Problem.invalid(
          violations.stream()
              .map(r -> new Violation("text", r.message(), r.code(), r.parameters()))
              .toList());
    }
    boolean empty = (kind.markup() ? Markup.plain(text) : text).isBlank();
    if (empty) throw Problem.invalid("text", "must not be blank");
    return text;
  }
}
