package voxpop.translation.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.segment.Line;

/**
 * What became of an {@link Edit}.
 *
 * @param line the segment as it is now; null where there is none
 * @param problem why it was not taken
 */
public record Outcome(UUID id, @Nullable Line line, @Nullable Problem problem) {
  static Outcome done(Line line) {
    return new Outcome(line.segment().id(), line, null);
  }

  static Outcome refused(UUID id, @Nullable Line line, Problem problem) {
    return new Outcome(id, line, problem);
  }

  Line orThrow() {
    if (problem != null) throw problem;
    if (line == null) throw new IllegalStateException("neither a segment nor a problem");
    return line;
  }
}
