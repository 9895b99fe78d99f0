package voxpop.translation.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Aligns two rows of texts by their lengths: William A. Gale and Kenneth W. Church, "A Program for
 * Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993. A long sentence
 * has a long translation: with c characters of translation to one of the source on average, and a
 * variance of s² for each, the difference of two lengths is nearly normally distributed; the
 * cheapest way through both rows is found by dynamic programming.
 */
final class GaleChurch {
  /** Variance of the length of a translation by character of the source, as measured there. */
  private static final double S2 = 6.8;

  /** Costs are -100 · ln(probability), as there. */
  private static final double SCALE = -100;

  /** What no pair of lengths costs more than, so that sums stay numbers. */
  private static final double MOST = 2500;

  /** How the paper's corpora were made of the six ways (its table 5), as costs. */
  private static final List<Way> WAYS =
      List.of(
          way(1, 1, 0.89),
          way(1, 0, 0.0099 / 2),
          way(0, 1, 0.0099 / 2),
          way(2, 1, 0.089 / 2),
          way(1, 2, 0.089 / 2),
          way(2, 2, 0.011));

  private record Way(int source, int target, double cost) {}

  /** Some of the source's texts in a row and those of the other that say the same. */
  record Bead(int source, int sourceEnd, int target, int targetEnd) {
    boolean oneToOne() {
      return sourceEnd - source == 1 && targetEnd - target == 1;
    }

    /** Whether something of one side has nothing on the other. */
    boolean oneSided() {
      return sourceEnd == source || targetEnd == target;
    }
  }

  /** What it costs beyond the lengths to take these for each other; for what is known besides. */
  interface Extra {
    Extra NONE = (source, sourceEnd, target, targetEnd) -> 0;

    double of(int source, int sourceEnd, int target, int targetEnd);
  }

  private GaleChurch() {}

  private static Way way(int source, int target, double probability) {
    return new Way(source, target, SCALE * Math.log(probability));
  }

  /**
   * Aligns.
   *
   * @param source lengths in characters
   * @param target the same of the other language
   * @param ratio characters of the other language to one of the source, on average
   */
  static List<Bead> align(int[] source, int[] target, double ratio, Extra extra) {
    double[][] costs = new double[source.length + 1][target.length + 1];
    byte[][] chosen = new byte[source.length + 1][target.length + 1];
    for (int i = 0; i <= source.length; i++) {
      for (int j = 0; j <= target.length; j++) {
        if (i == 0 && j == 0) continue;
        costs[i][j] = Double.POSITIVE_INFINITY;
        for (byte way = 0; way < WAYS.size(); way++) {
          Way w = WAYS.get(way);
          if (w.source() > i || w.target() > j) continue;
          int from = i - w.source();
          int to = j - w.target();
          double cost =
              costs[from][to]
                  + w.cost()
                  + lengths(sum(source, from, i), sum(target, to, j), ratio)
                  + extra.of(from, i, to, j);
          if (cost < costs[i][j]) {
            costs[i][j] = cost;
            chosen[i][j] = way;
          }
        }
      }
    }
    return back(chosen, source.length, target.length);
  }

  private static List<Bead> back(byte[][] chosen, int sourceEnd, int targetEnd) {
    List<Bead> beads = new ArrayList<>();
    int i = sourceEnd;
    int j = targetEnd;
    while (i > 0 || j > 0) {
      Way way = WAYS.get(chosen[i][j]);
      beads.add(new Bead(i - way.source(), i, j - way.target(), j));
      i -= way.source();
      j -= way.target();
    }
    Collections.reverse(beads);
    return beads;
  }

  /** How unlikely it is that texts of these lengths say the same. */
  private static double lengths(int source, int target, double ratio) {
    if (source == 0 && target == 0) return 0;
    double mean = (source + target / ratio) / 2;
    double z = Math.abs((source * ratio - target) / Math.sqrt(S2 * mean));
    double probability = 2 * (1 - normal(z));
    return probability <= 0 ? MOST : Math.min(MOST, SCALE * Math.log(probability));
  }

  /** The normal distribution's integral up to z ≥ 0 (Abramowitz and Stegun 1964, 26.2.17). */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double poly =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * poly;
  }

  private static int sum(int[] lengths, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) sum += lengths[i];
    return sum;
  }
}
