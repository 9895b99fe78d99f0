package voxpop.translation.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The segments of a text after it was cut anew: which stayed, moved, changed, came and went. */
public final class Recut {
  private final List<Segment> added = new ArrayList<>();
  private final List<Segment> changed = new ArrayList<>();
  private final Map<Segment, Segment> rewritten = new LinkedHashMap<>();

  private Recut() {}

  /**
   * Compares a new cut with the segments that there are.
   *
   * @param deleted segments that earlier revisions had; asked for only if there are new sentences
   */
  public static Recut of(
      UUID article,
      List<Segment> old,
      Supplier<List<Segment>> deleted,
      Cut cut,
      boolean correction) {
    Recut recut = new Recut();
    Set<Segment> kept = new HashSet<>();
    List<Integer> fresh = new ArrayList<>();
    // a title is compared with the title, never taken for a sentence of the text
    for (Kind kind : Kind.values()) {
      List<Segment> before = old.stream().filter(segment -> segment.kind() == kind).toList();
      List<Integer> places =
          IntStream.range(0, cut.sentences().size())
              .filter(place -> cut.sentences().get(place).kind() == kind)
              .boxed()
              .toList();
      Difference difference =
          Difference.between(
              before.stream().map(Segment::hash).toList(),
              places.stream().map(place -> cut.sentences().get(place).hash()).toList());
      for (int i = 0; i < places.size(); i++) {
        if (difference.origin(i) < 0) {
          fresh.add(places.get(i));
          continue;
        }
        Segment was = before.get(difference.origin(i));
        kept.add(was);
        recut.keep(was, was.at(places.get(i), cut.sentences().get(places.get(i)), correction));
      }
    }
    recut.add(article, fresh, fresh.isEmpty() ? List.of() : deleted.get(), cut, correction);
    old.stream()
        .filter(was -> !kept.contains(was))
        .forEach(was -> recut.changed.add(was.deleted()));
    return recut;
  }

  /** New sentences. */
  public Collection<Segment> added() {
    return added;
  }

  /** Segments of before that are different now, if only in their place. */
  public Collection<Segment> changed() {
    return changed;
  }

  /** Of these, those whose text is another: as it was, as it is. */
  public Map<Segment, Segment> rewritten() {
    return rewritten;
  }

  private void keep(Segment was, Segment now) {
    if (was.equals(now)) return;
    changed.add(now);
    if (!was.source().equals(now.source())) rewritten.put(was, now);
  }

  /** A sentence that was deleted and is there again is the same one, with all its translations. */
  private void add(
      UUID article, List<Integer> fresh, List<Segment> deleted, Cut cut, boolean correction) {
    List<Segment> gone = new ArrayList<>(deleted);
    for (int place : fresh) {
      Sentence sentence = cut.sentences().get(place);
      Segment back =
          gone.stream()
              .filter(was -> was.kind() == sentence.kind() && was.hash().equals(sentence.hash()))
              .findFirst()
              .orElse(null);
      if (back == null) {
        added.add(Segment.of(article, place, sentence, correction));
      } else {
        gone.remove(back);
        keep(back, back.at(place, sentence, correction));
      }
    }
  }
}
