package voxpop.translation.memory;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Links;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Segment;

/**
 * What was translated before that is the same as a sentence or like it, for people to take: the
 * likest first, and what people approved before what engines gave, whose texts are proposed for the
 * very same sentence only.
 */
@Singleton
public class Suggestions {
  private final MemoryTable table;
  private final NearIndex index;

  Suggestions(MemoryTable table, NearIndex index) {
    this.table = table;
    this.index = index;
  }

  /** For a sentence of an article. */
  public List<Suggestion> of(Segment segment, String from, String to, int limit) {
    return of(segment.kind(), segment.source(), segment.hash(), from, to, limit);
  }

  /** For a text that somebody typed. */
  public List<Suggestion> of(String text, String from, String to, int limit) {
    return of(Kind.TEXT, text, Fingerprint.of(Kind.TEXT, text), from, to, limit);
  }

  private List<Suggestion> of(
      Kind kind, String source, String hash, String from, String to, int limit) {
    // besides the sentence itself
    Map<UUID, Integer> likeness =
        index.near(from, to, source, limit + 1).stream()
            .collect(
                Collectors.toMap(
                    NearIndex.Near::entry, NearIndex.Near::likeness, Math::max, HashMap::new));
    Set<String> texts = new HashSet<>();
    return table.found(from, to, hash, likeness.keySet()).stream()
        .map(found -> new Scored(found, score(found.entry(), hash, likeness)))
        .sorted(Scored.BEST)
        .map(scored -> scored.suggestion(kind, source))
        .filter(suggestion -> texts.add(suggestion.text()))
        .limit(limit)
        .toList();
  }

  private static int score(MemoryEntry entry, String hash, Map<UUID, Integer> likeness) {
    if (entry.hash().equals(hash)) return 100;
    // the same words with another full stop are not the same sentence
    return Math.min(likeness.getOrDefault(entry.id(), 0), 99);
  }

  private record Scored(MemoryTable.Found found, int score) {
    static final Comparator<Scored> BEST =
        Comparator.comparingInt(Scored::score)
            .thenComparing(scored -> scored.found().entry().approved())
            .thenComparing(scored -> scored.found().entry().createdAt())
            .thenComparing(scored -> scored.found().entry().id())
            .reversed();

    Suggestion suggestion(Kind kind, String source) {
      MemoryEntry entry = found.entry();
      String text = Links.mend(kind, entry.source(), source, entry.text());
      return new Suggestion(
          entry.id(),
          Attributes.brief(Kind.TEXT, entry.source()),
          kind.markup() ? Attributes.brief(kind, text) : Markup.plain(text),
          score,
          entry.approved() ? "person" : entry.origin(),
          entry.approved() ? entry.origin() : null,
          found.article());
    }
  }
}
