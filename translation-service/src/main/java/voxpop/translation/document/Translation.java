package voxpop.translation.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Target;

/**
 * An article in one of the languages it is being translated into: every sentence, the title first.
 */
public record Translation(Document document, String language, List<Line> lines) {
  public Optional<Line> line(UUID segment) {
    return lines.stream().filter(line -> line.segment().id().equals(segment)).findFirst();
  }

  /** The same with these lines instead of all of its own. */
  public Translation with(List<Line> changed) {
    return new Translation(document, language, changed);
  }

  /** The same with some targets changed; all of its other lines as they are. */
  public Translation with(Map<UUID, Target> changed) {
    if (changed.isEmpty()) return this;
    return with(
        lines.stream()
            .map(
                line -> {
                  Target target = changed.get(line.segment().id());
                  return target == null ? line : line.with(target);
                })
            .toList());
  }

  /** Its lines by segment. */
  public Map<UUID, Line> bySegment() {
    return lines.stream()
        .collect(Collectors.toMap(line -> line.segment().id(), Function.identity()));
  }
}
