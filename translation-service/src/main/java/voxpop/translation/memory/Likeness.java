package voxpop.translation.memory;

import java.util.Arrays;

/**
 * How like two sentences are: 100 less the share of words that have to be put in, taken out or
 * exchanged (Levenshtein 1966, over words) in the longer one.
 */
final class Likeness {
  /** Below that, writing anew is quicker than mending. */
  static final int LEAST = 75;

  private Likeness() {}

  /** From {@link #LEAST} to 100; 0 for whatever is less. */
  static int of(int[] a, int[] b) {
    int longer = Math.max(a.length, b.length);
    if (longer == 0) return 0;
    int allowed = longer * (100 - LEAST) / 100;
    int distance = distance(a, b, allowed);
    return distance > allowed ? 0 : 100 - (distance * 100 + longer - 1) / longer;
  }

  /** The distance, or more than {@code most} if it is more. */
  private static int distance(int[] a, int[] b, int most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    int[] before = new int[b.length + 1];
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) before[j] = j;
    for (int i = 1; i <= a.length; i++) {
      // only near the diagonal can it stay below the limit
      int from = Math.max(1, i - most);
      int to = Math.min(b.length, i + most);
      Arrays.fill(row, most + 1);
      if (from == 1) row[0] = i;
      int least = most + 1;
      for (int j = from; j <= to; j++) {
        int exchanged = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(before[j], row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1; // it can only grow
      int[] swap = before;
      before = row;
      row = swap;
    }
    return before[b.length];
  }
}
