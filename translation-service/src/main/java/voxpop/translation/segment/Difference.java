package voxpop.translation.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sentence of a new text was which of the old one. Decided by place, never by likeness: what
 * is in both stays or has moved; of what remains, each gap between the staying ones pairs its old
 * and new sentences in order as edits. Old ones left over are deleted, new ones left over are new.
 */
public final class Difference {
  private static final int NONE = -1;
  private static final byte SKIP_OLD = 0;
  private static final byte SKIP_NEW = 1;
  private static final byte MATCH = 2;
  private static final byte EDIT = 3;
  private final int[] origins;
  private final List<Integer> deleted = new ArrayList<>();

  private Difference(int size) {
    origins = new int[size];
    Arrays.fill(origins, NONE);
  }

  /** Compares two lists of fingerprints. */
  public static Difference between(List<String> old, List<String> now) {
    Difference difference = new Difference(now.size());
    int[] staying = longestCommon(old, now);
    boolean[] used = new boolean[old.size()];
    for (int i = 0; i < staying.length; i++) {
      difference.origins[i] = staying[i];
      if (staying[i] != NONE) used[staying[i]] = true;
    }
    difference.takeMovesOut(old, now, used);
    difference.pairGaps(staying, used);
    for (int i = 0; i < used.length; i++) if (!used[i]) difference.deleted.add(i);
    return difference;
  }

  /** The place in the old text of the sentence at this place in the new one; -1 if it is new. */
  public int origin(int place) {
    return origins[place];
  }

  /** Places in the old text whose sentence is gone. */
  public List<Integer> deleted() {
    return deleted;
  }

  private void takeMovesOut(List<String> old, List<String> now, boolean[] used) {
    Map<String, Deque<Integer>> loose = new HashMap<>();
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) loose.computeIfAbsent(old.get(i), key -> new ArrayDeque<>()).add(i);
    }
    for (int i = 0; i < origins.length; i++) {
      Deque<Integer> same = origins[i] == NONE ? loose.get(now.get(i)) : null;
      if (same != null && !same.isEmpty()) {
        origins[i] = same.remove();
        used[origins[i]] = true;
      }
    }
  }

  private void pairGaps(int[] staying, boolean[] used) {
    int from = 0;
    int oldFrom = 0;
    for (int i = 0; i <= staying.length; i++) {
      if (i < staying.length && staying[i] == NONE) continue;
      int oldTo = i < staying.length ? staying[i] : used.length;
      pairGap(from, i, oldFrom, oldTo, used);
      from = i + 1;
      oldFrom = oldTo + 1;
    }
  }

  private void pairGap(int from, int to, int oldFrom, int oldTo, boolean[] used) {
    int candidate = oldFrom;
    for (int i = from; i < to; i++) {
      if (origins[i] != NONE) continue;
      while (candidate < oldTo && used[candidate]) candidate++;
      if (candidate == oldTo) return;
      origins[i] = candidate;
      used[candidate] = true;
    }
  }

  /** For each new place the old place it is matched with in a longest common subsequence, or -1. */
  private static int[] longestCommon(List<String> old, List<String> now) {
    int[] match = new int[now.size()];
    Arrays.fill(match, NONE);
    int head = 0;
    while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
      match[head] = head++;
    }
    int oldEnd = old.size();
    int end = now.size();
    while (oldEnd > head && end > head && old.get(oldEnd - 1).equals(now.get(end - 1))) {
      match[--end] = --oldEnd;
    }
    fill(match, old.subList(head, oldEnd), now.subList(head, end), head);
    return match;
  }

  // Of several longest ones the one that leaves most edits to pair: which of two sentences that
  // swapped places "moved" must not decide whether a third one was edited or deleted. Scores in two
  // rows, directions in bytes: 5,000 sentences all rewritten cost 25 MB for a moment.
  private static void fill(int[] match, List<String> old, List<String> now, int offset) {
    int[] olds = new int[old.size()];
    int[] nows = new int[now.size()];
    number(old, olds, now, nows);
    boolean[] gone = unknown(olds, nows);
    // all that differ were edited: nothing stays, and 25 million comparisons would say so
    if (!contains(gone, false)) return;
    boolean[] fresh = unknown(nows, olds);
    int equal = Math.min(old.size(), now.size()) + 1;
    byte[][] steps = new byte[old.size() + 1][now.size() + 1];
    int[] below = new int[now.size() + 1];
    int[] row = new int[now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      row[now.size()] = 0;
      for (int j = now.size() - 1; j >= 0; j--) {
        byte step = below[j] >= row[j + 1] ? SKIP_OLD : SKIP_NEW;
        row[j] = Math.max(below[j], row[j + 1]);
        boolean same = olds[i] == nows[j];
        boolean edit = gone[i] && fresh[j];
        int both = below[j + 1] + (same ? equal : edit ? 1 : 0);
        if ((same || edit) && both >= row[j]) {
          step = same ? MATCH : EDIT;
          row[j] = both;
        }
        steps[i][j] = step;
      }
      int[] swap = below;
      below = row;
      row = swap;
    }
    for (int i = 0, j = 0; i < old.size() && j < now.size(); ) {
      byte step = steps[i][j];
      if (step == MATCH) match[offset + j] = offset + i;
      if (step != SKIP_NEW) i++;
      if (step != SKIP_OLD) j++;
    }
  }

  /** Each sentence as a number, so that 25 million comparisons take no time. */
  private static void number(List<String> old, int[] olds, List<String> now, int[] nows) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < olds.length; i++) {
      olds[i] = numbers.computeIfAbsent(old.get(i), hash -> numbers.size());
    }
    for (int j = 0; j < nows.length; j++) {
      nows[j] = numbers.computeIfAbsent(now.get(j), hash -> numbers.size());
    }
  }

  private static boolean contains(boolean[] all, boolean wanted) {
    for (boolean one : all) if (one == wanted) return true;
    return false;
  }

  /** Which of these the others don't have. */
  private static boolean[] unknown(int[] these, int[] others) {
    Set<Integer> known = new HashSet<>();
    for (int other : others) known.add(other);
    boolean[] unknown = new boolean[these.length];
    for (int i = 0; i < these.length; i++) unknown[i] = !known.contains(these[i]);
    return unknown;
  }
}
