package voxpop.translation.memory;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import voxpop.kit.id.Ids;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;

/** The memory's door for files: many approved pairs of sentences at once, out and in. */
@Singleton
public class MemoryFiles {
  private final MemoryTable table;
  private final Clock clock;

  MemoryFiles(MemoryTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** A sentence and its translation, both markup, as some person approved them. */
  public record Known(String from, String to, String source, String text, String by) {}

  private record Pair(String from, String to) {}

  /** What people approved in a pair, in the order of the identifiers. */
  public List<MemoryEntry> approved(String from, String to, UUID after, int limit) {
    return table.approved(from, to, after, limit);
  }

  /** Adds pairs of sentences; answers how many the memory didn't know. */
  @Transactional
  public int add(List<Known> all) {
    Map<Pair, List<MemoryEntry>> byPair = new LinkedHashMap<>();
    for (Known known : all) {
      byPair
          .computeIfAbsent(new Pair(known.from(), known.to()), pair -> new ArrayList<>())
          .add(entry(known));
    }
    int added = 0;
    for (Map.Entry<Pair, List<MemoryEntry>> pair : byPair.entrySet()) {
      Set<String> there =
          table
              .approved(
                  pair.getKey().from(),
                  pair.getKey().to(),
                  pair.getValue().stream().map(MemoryEntry::hash).collect(Collectors.toSet()))
              .stream()
              .map(MemoryFiles::key)
              .collect(Collectors.toSet());
      added += table.add(pair.getValue().stream().filter(entry -> there.add(key(entry))).toList());
    }
    return added;
  }

  /** No segment of ours stands behind it: what it says is its name, the same at each time. */
  private MemoryEntry entry(Known known) {
    String hash = Fingerprint.of(Kind.TEXT, known.source());
    String name = String.join("\0", known.from(), known.to(), hash, known.text());
    return new MemoryEntry(
        Ids.next(),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        known.from(),
        known.to(),
        hash,
        true,
        known.source(),
        known.text(),
        known.by(),
        clock.instant());
  }

  private static String key(MemoryEntry entry) {
    return entry.hash() + "\0" + entry.text();
  }
}
