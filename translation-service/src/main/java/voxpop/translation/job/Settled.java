package voxpop.translation.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import voxpop.translation.segment.Target;

/** What became of a claim's tasks, gathered so that it is written in a few statements. */
final class Settled {
  private final Map<UUID, Target> changed = new LinkedHashMap<>();
  private final Map<UUID, Tallied> byJob = new LinkedHashMap<>();
  private final List<Task> ended = new ArrayList<>();

  void change(Target target) {
    changed.put(target.segment(), target);
  }

  /** A task is over. */
  void done(Task task, Tallied counts) {
    byJob.merge(task.job(), counts, Tallied::plus);
    ended.add(task);
  }

  /** By segment. */
  Map<UUID, Target> changed() {
    return changed;
  }

  Map<UUID, Tallied> byJob() {
    return byJob;
  }

  List<Task> ended() {
    return ended;
  }
}
