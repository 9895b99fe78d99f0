package voxpop.translation.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import voxpop.translation.memory.Memory;
import voxpop.translation.memory.Remembered;
import voxpop.translation.segment.Links;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;

/** What another wording of the source means for its translations. */
final class Adapting {
  private final Memory memory;
  private final String from;
  private final Map<UUID, Segment> before = new HashMap<>();
  private final Map<UUID, Segment> now = new HashMap<>();

  /**
   * @param rewritten segments as they were, and as they are
   */
  Adapting(Memory memory, String from, Map<Segment, Segment> rewritten) {
    this.memory = memory;
    this.from = from;
    rewritten.forEach(
        (was, is) -> {
          before.put(is.id(), was);
          now.put(is.id(), is);
        });
  }

  /** The targets in a language that are different now. */
  List<Target> adapt(String to, List<Target> targets) {
    List<Target> adapted = new ArrayList<>();
    List<Target> edited = new ArrayList<>();
    for (Target target : targets) {
      Segment was = before.get(target.segment());
      Segment is = now.get(target.segment());
      if (was == null || is == null) continue;
      if (was.hash().equals(is.hash())) {
        adapted.add(target.rewrite(text -> Links.mend(is.kind(), was.source(), is.source(), text)));
      } else {
        edited.add(target);
      }
    }
    if (!edited.isEmpty()) adapted.addAll(edited(to, edited));
    return adapted;
  }

  /** An edit taken back brings what was approved; else what is known of the new wording is told. */
  private List<Target> edited(String to, List<Target> targets) {
    List<Segment> segments = targets.stream().map(this::now).distinct().toList();
    Map<UUID, Target.Approved> approved = memory.approvedOf(segments, from, to);
    Remembered known = memory.of(segments, from, to);
    List<Target> adapted = new ArrayList<>();
    for (Target target : targets) {
      Target edited = edited(target, approved, known);
      if (!edited.equals(target)) adapted.add(edited);
    }
    return adapted;
  }

  private Target edited(Target target, Map<UUID, Target.Approved> approved, Remembered known) {
    Segment segment = now(target);
    Target.Approved earlier = approved.get(segment.id());
    if (target.approvedFor(segment)) return target;
    if (earlier != null) return target.restore(earlier);
    if (target.candidateFor(segment) != null) return target;
    return known.proposedFor(segment).map(target::propose).orElse(target);
  }

  private Segment now(Target target) {
    return Objects.requireNonNull(now.get(target.segment()));
  }
}
