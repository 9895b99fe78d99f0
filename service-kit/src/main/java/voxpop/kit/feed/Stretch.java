package voxpop.kit.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of what was read of a feed that takes effect in one transaction: one change, or several
 * small ones, with what between and behind them is nothing to the handler.
 *
 * @param from the position before it
 * @param to its last one
 * @param changes of them, those that concern the handler
 */
record Stretch(String from, String to, List<Change> changes) {

  /** A transaction of a few milliseconds: what it has locked nobody misses for longer. */
  static final int MOST = 50;

  static List<Stretch> of(String from, List<Change> read, ChangeHandler handler) {
    List<Stretch> stretches = new ArrayList<>();
    List<Change> concerning = new ArrayList<>();
    boolean small = true;
    String begin = from;
    String end = from;
    for (Change change : read) {
      if (handler.concerns(change)) {
        boolean alsoSmall = handler.isSmall(change);
        if (!concerning.isEmpty() && !(small && alsoSmall && concerning.size() < MOST)) {
          stretches.add(new Stretch(begin, end, List.copyOf(concerning)));
          concerning.clear();
          begin = end;
        }
        concerning.add(change);
        small = alsoSmall;
      }
      end = change.id();
    }
    if (!end.equals(begin)) {
      stretches.add(new Stretch(begin, end, List.copyOf(concerning)));
    }
    return stretches;
  }
}
