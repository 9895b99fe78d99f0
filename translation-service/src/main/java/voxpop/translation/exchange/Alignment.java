package voxpop.translation.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import voxpop.translation.exchange.Blocks.Block;
import voxpop.translation.exchange.GaleChurch.Bead;
import voxpop.translation.segment.Cut;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Piece;
import voxpop.translation.segment.Sentence;

/**
 * Which sentences of a whole text in another language say what which of the source's say: blocks by
 * structure, sentences inside a block by length. What can't be aligned sentence by sentence stays
 * together: the first sentence of the block gets all of it, its others an empty text.
 */
final class Alignment {
  /** What it costs to take blocks of different kinds for each other: as much as leaving one out. */
  private static final double OTHER_KIND = 600;

  private final List<Line> source;
  private final Cut target;
  private final Map<Integer, String> texts = new LinkedHashMap<>();
  private double ratio = 1;

  private Alignment(List<Line> source, Cut target) {
    this.source = source;
    this.target = target;
  }

  /** By place in the source: its text in the other language. Places without one are left out. */
  static Map<Integer, String> of(List<Line> source, List<Piece> skeleton, Cut target) {
    Alignment alignment = new Alignment(source, target);
    List<Kind> kinds = source.stream().map(line -> line.segment().kind()).toList();
    alignment.align(
        Blocks.of(kinds, skeleton).all(),
        Blocks.of(target.sentences().stream().map(Sentence::kind).toList(), target.skeleton())
            .all());
    return alignment.texts;
  }

  private void align(List<Block> from, List<Block> to) {
    int[] source = from.stream().mapToInt(this::sourceLength).toArray();
    int[] other = to.stream().mapToInt(this::targetLength).toArray();
    ratio = ratio(total(source), total(other));
    List<Bead> beads =
        GaleChurch.align(
            source, other, ratio, (i, iEnd, j, jEnd) -> kinds(from, to, i, iEnd, j, jEnd));
    for (Bead bead : beads) {
      if (bead.oneSided()) continue;
      List<Integer> places = new ArrayList<>();
      from.subList(bead.source(), bead.sourceEnd()).forEach(block -> places.addAll(block.places()));
      List<Integer> others = new ArrayList<>();
      to.subList(bead.target(), bead.targetEnd()).forEach(block -> others.addAll(block.places()));
      sentences(places, others);
    }
  }

  /** A title is a title; a heading may have become a paragraph, but hardly. */
  private static double kinds(List<Block> from, List<Block> to, int i, int iEnd, int j, int jEnd) {
    double cost = 0;
    for (Block one : from.subList(i, iEnd)) {
      for (Block other : to.subList(j, jEnd)) {
        if (one.kind().equals(other.kind())) continue;
        cost += fixed(one) || fixed(other) ? Double.POSITIVE_INFINITY : OTHER_KIND;
      }
    }
    boolean mixed = iEnd - i > 1 && !from.get(i).kind().equals(from.get(i + 1).kind());
    return mixed ? cost + OTHER_KIND : cost;
  }

  private static boolean fixed(Block block) {
    return List.of("title", "summary", "alt").contains(block.kind());
  }

  private void sentences(List<Integer> places, List<Integer> others) {
    int[] from = places.stream().mapToInt(this::sourceLength).toArray();
    int[] to = others.stream().mapToInt(this::targetLength).toArray();
    List<Bead> beads = GaleChurch.align(from, to, ratio, GaleChurch.Extra.NONE);
    if (beads.stream().anyMatch(Bead::oneSided)) {
      put(places, others);
      return;
    }
    for (Bead bead : beads) {
      put(
          places.subList(bead.source(), bead.sourceEnd()),
          others.subList(bead.target(), bead.targetEnd()));
    }
  }

  private void put(List<Integer> places, List<Integer> others) {
    List<String> said = others.stream().map(other -> target.sentences().get(other).text()).toList();
    texts.put(places.getFirst(), String.join(" ", said));
    places.stream().skip(1).forEach(place -> texts.put(place, ""));
  }

  private int sourceLength(Block block) {
    return block.places().stream().mapToInt(this::sourceLength).sum();
  }

  private int targetLength(Block block) {
    return block.places().stream().mapToInt(this::targetLength).sum();
  }

  private int sourceLength(int place) {
    Line line = source.get(place);
    return length(line.segment().kind(), line.segment().source());
  }

  private int targetLength(int place) {
    Sentence sentence = target.sentences().get(place);
    return length(sentence.kind(), sentence.text());
  }

  private static int length(Kind kind, String text) {
    String plain = kind.markup() ? Markup.plain(text) : text;
    return Math.max(1, plain.codePointCount(0, plain.length()));
  }

  private static int total(int[] lengths) {
    int total = 0;
    for (int length : lengths) total += length;
    return total;
  }

  /** Of these two texts; kept within what languages differ by, if one of them is a fragment. */
  private static double ratio(int source, int target) {
    if (source == 0 || target == 0) return 1;
    return Math.clamp((double) target / source, 0.3, 3);
  }
}
