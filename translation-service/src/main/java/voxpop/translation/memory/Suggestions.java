package voxpop.translation.memory;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Links;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.SegmentRepository;

/**
 * What was translated before that is the same as a sentence or like it, for people to take. What
 * people approved comes before what engines gave, the likest first; engines' texts only for the
 * very same sentence.
 */
@Singleton
public class Suggestions {
  private final MemoryRepository entries;
  private final MemoryTable table;
  private final NearIndex index;
  private final SegmentRepository segments;

  Suggestions(
      MemoryRepository entries, MemoryTable table, NearIndex index, SegmentRepository segments) {
    this.entries = entries;
    this.table = table;
    this.index = index;
    this.segments = segments;
  }

  /** For a sentence of an article. */
  public List<Suggestion> of(Segment segment, String from, String to, int limit) {
    return of(segment.kind(), segment.source(), segment.hash(), from, to, limit);
  }

  /** For a text that somebody typed. */
  public List<Suggestion> of(String text, String from, String to, int limit) {
    return of(Kind.TEXT, text, Fingerprint.of(Kind.TEXT, text), from, to, limit);
  }

  @Transactional
  List<Suggestion> of(Kind kind, String source, String hash, String from, String to, int limit) {
    List<Suggestion> found = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (MemoryEntry entry : entries.find(from, to, hash)) {
      add(found, texts, suggestion(kind, source, entry, 100), limit);
    }
    // as many as there may be doubles of what is known
    List<NearIndex.Near> near = index.near(from, to, source, limit + texts.size() + limit);
    Map<UUID, MemoryEntry> rows =
        table.of(near.stream().map(NearIndex.Near::entry).toList()).stream()
            .collect(Collectors.toMap(MemoryEntry::id, Function.identity()));
    for (NearIndex.Near hit : near) {
      MemoryEntry entry = rows.get(hit.entry());
      if (entry == null || entry.hash().equals(hash)) continue;
      // the same words with another full stop are not the same sentence
      add(found, texts, suggestion(kind, source, entry, Math.min(hit.likeness(), 99)), limit);
    }
    return found;
  }

  private static void add(
      List<Suggestion> found, Set<String> texts, Suggestion suggestion, int limit) {
    if (found.size() < limit && texts.add(suggestion.text())) found.add(suggestion);
  }

  private Suggestion suggestion(Kind kind, String source, MemoryEntry entry, int score) {
    String text = Links.mend(kind, entry.source(), source, entry.text());
    return new Suggestion(
        entry.id(),
        Attributes.brief(Kind.TEXT, entry.source()),
        kind.markup() ? Attributes.brief(kind, text) : Markup.plain(text),
        score,
        entry.approved() ? "person" : entry.origin(),
        entry.approved() ? entry.origin() : null,
        segments.findById(entry.segment()).map(Segment::article).orElse(null));
  }
}
