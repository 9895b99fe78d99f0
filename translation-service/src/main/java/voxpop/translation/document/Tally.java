package voxpop.translation.document;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.State;

/** How many segments of a translation are in which state. */
record Tally(Map<State, Integer> byState, int total) {
  static Tally of(List<Line> lines) {
    Map<State, Integer> byState = new EnumMap<>(State.class);
    lines.forEach(line -> byState.merge(line.state(), 1, Integer::sum));
    return new Tally(byState, lines.size());
  }

  /** What the whole counts as: what is most in want of a person's hand. */
  State state() {
    if (of(State.APPROVED) == total) return State.APPROVED;
    if (of(State.MISSING) == total) return State.MISSING;
    if (of(State.STALE) > 0) return State.STALE;
    return of(State.MACHINE) > 0 ? State.MACHINE : State.DRAFT;
  }

  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (State state : State.values()) counts.put(state.word(), of(state));
    return counts;
  }

  /** From 0 to 1, together 1. */
  Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (State state : State.values()) {
      shares.put(state.word(), total == 0 ? 0 : (double) of(state) / total);
    }
    return shares;
  }

  int of(State state) {
    return byState.getOrDefault(state, 0);
  }
}
