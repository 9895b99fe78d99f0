package voxpop.translation.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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
    Set<Integer> back = recut.comeBack(old, deleted, cut, correction);
    // a title is compared with the title, never taken for a sentence of the text
    for (Kind kind : Kind.values()) {
      List<Segment> before = old.stream().filter(segment -> segment.kind() == kind).toList();
      List<Integer> places =
          IntStream.range(0, cut.sentences().size())
              .filter(place -> cut.sentences().get(place).kind() == kind && !back.contains(place))
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
    for (int place : fresh) {
      recut.added.add(Segment.of(article, place, cut.sentences().get(place), correction));
    }
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

  /**
   * A sentence that was deleted and is there again is the same one, with all its translations:
   * taken out before the gaps are paired, as moves are. Answers the places of such sentences.
   */
  private Set<Integer> comeBack(
      List<Segment> old, Supplier<List<Segment>> deleted, Cut cut, boolean correction) {
    Map<String, Integer> there = new HashMap<>();
    old.forEach(segment -> there.merge(key(segment.kind(), segment.hash()), 1, Integer::sum));
    List<Integer> unknown = new ArrayList<>();
    for (int place = 0; place < cut.sentences().size(); place++) {
      Sentence sentence = cut.sentences().get(place);
      if (there.merge(key(sentence.kind(), sentence.hash()), -1, Integer::sum) < 0) {
        unknown.add(place);
      }
    }
    Set<Integer> back = new HashSet<>();
    if (unknown.isEmpty()) return back;
    Map<String, Deque<Segment>> gone = new HashMap<>();
    for (Segment was : deleted.get()) {
      gone.computeIfAbsent(key(was.kind(), was.hash()), key -> new ArrayDeque<>()).add(was);
    }
    for (int place : unknown) {
      Sentence sentence = cut.sentences().get(place);
      Deque<Segment> same = gone.get(key(sentence.kind(), sentence.hash()));
      if (same == null || same.isEmpty()) continue;
      Segment was = same.remove();
      keep(was, was.at(place, sentence, correction));
      back.add(place);
    }
    return back;
  }

  private static String key(Kind kind, String hash) {
    return kind + " " + hash;
  }
}
