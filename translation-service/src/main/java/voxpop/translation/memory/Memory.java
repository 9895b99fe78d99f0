package voxpop.translation.memory;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import voxpop.kit.id.Ids;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;

/** What was translated before. Any number of sentences costs a few statements. */
@Singleton
public class Memory {
  /** Origin of a text that a person approved somewhere else for the same sentence. */
  public static final String ORIGIN = "memory";

  private final MemoryRepository entries;
  private final MemoryTable table;
  private final Glossary glossary;
  private final Clock clock;

  Memory(MemoryRepository entries, MemoryTable table, Glossary glossary, Clock clock) {
    this.entries = entries;
    this.table = table;
    this.glossary = glossary;
    this.clock = clock;
  }

  /** Keeps what a person approved. */
  public void approved(Map<Segment, String> texts, String from, String to, String by) {
    remember(texts, from, to, true, by);
  }

  /** Keeps what an engine gave. */
  public void translated(Map<Segment, String> texts, String from, String to, String engine) {
    remember(texts, from, to, false, engine);
  }

  /** Forgets what a person approved of a segment, and took back. */
  public void forget(Segment segment, String from, String to) {
    entries.forget(segment.id(), from, to, segment.hash());
  }

  /** What a person approved of these very segments when their source was as it is now, by id. */
  public Map<UUID, Target.Approved> approvedOf(
      Collection<Segment> segments, String from, String to) {
    Map<UUID, Segment> byId =
        segments.stream().collect(Collectors.toMap(Segment::id, Function.identity()));
    Map<UUID, Target.Approved> approved = new HashMap<>();
    for (MemoryEntry entry : table.approvedOf(from, to, byId.keySet())) {
      Segment segment = byId.get(entry.segment());
      if (segment == null || !entry.hash().equals(segment.hash())) continue;
      approved.put(
          segment.id(),
          new Target.Approved(
              Remembered.fit(entry, segment),
              segment.hash(),
              segment.source(),
              segment.sourceVersion(),
              entry.origin()));
    }
    return approved;
  }

  /** What is known of these sentences, wherever they stood. */
  public Remembered of(Collection<Segment> segments, String from, String to) {
    List<MemoryEntry> known =
        table.known(from, to, segments.stream().map(Segment::hash).collect(toSet()));
    return new Remembered(known, glossary.of(from, to));
  }

  private void remember(
      Map<Segment, String> texts, String from, String to, boolean approved, String origin) {
    Instant now = clock.instant();
    table.remember(
        texts.entrySet().stream()
            .map(
                text ->
                    new MemoryEntry(
                        Ids.next(),
                        text.getKey().id(),
                        from,
                        to,
                        text.getKey().hash(),
                        approved,
                        text.getKey().source(),
                        text.getValue(),
                        origin,
                        now))
            .toList());
  }
}
