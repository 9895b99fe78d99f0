package voxpop.translation.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.translation.segment.Line;

/**
 * An article in one of the languages it is being translated into: every sentence, the title first.
 */
public record Translation(Document document, String language, List<Line> lines) {
  public Optional<Line> line(UUID segment) {
    return lines.stream().filter(line -> line.segment().id().equals(segment)).findFirst();
  }

  /** The same with some targets changed; all of its other lines as they are. */
  public Translation with(List<Line> changed) {
    return new Translation(document, language, changed);
  }
}
