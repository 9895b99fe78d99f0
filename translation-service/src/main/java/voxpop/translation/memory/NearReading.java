package voxpop.translation.memory;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this instance's index of near matches current. A row's time is that of its writing, not of
 * its commit: so the last minute is looked through again and again, and what was taken is skipped.
 */
@Context
@Requires(property = "voxpop.memory.indexing", notEquals = "false")
class NearReading implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(NearReading.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** Longer than any transaction that writes entries, and than clocks of instances differ. */
  private static final Duration OVERLAP = Duration.ofSeconds(60);

  /** Who commits late is found this much later. */
  private static final Duration BETWEEN_LOOKS_BACK = Duration.ofSeconds(5);

  private static final int PIECE = 1000;

  private final NearIndex index;
  private final MemoryTable table;
  private final Map<UUID, Instant> taken = new HashMap<>();
  private MemoryTable.Written last = MemoryTable.Written.FIRST;
  private long lookedBack = System.nanoTime();
  private volatile boolean stopping;
  private @Nullable Thread thread;

  NearReading(NearIndex index, MemoryTable table) {
    this.index = index;
    this.table = table;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    thread = Thread.ofVirtual().name("memory-index").start(this::follow);
  }

  private void follow() {
    boolean told = false;
    index.take(List.of(), false);
    while (!stopping) {
      try {
        step();
        told = false;
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (stopping) return;
        if (!told) LOG.warn("The memory's index is behind: {}", e.toString());
        told = true;
        pause();
      }
    }
  }

  private void step() {
    boolean back = System.nanoTime() - lookedBack > BETWEEN_LOOKS_BACK.toNanos();
    if (back) lookedBack = System.nanoTime();
    boolean first = last.at().equals(Instant.EPOCH);
    MemoryTable.Written at =
        back && !first ? new MemoryTable.Written(new UUID(0, 0), last.at().minus(OVERLAP)) : last;
    List<MemoryTable.Written> piece;
    long shown = System.nanoTime();
    do {
      if (stopping) return;
      piece = table.written(at, PIECE);
      take(piece, !first);
      if (piece.size() < PIECE || System.nanoTime() - shown > POLL.toNanos()) {
        index.show();
        shown = System.nanoTime();
      }
      if (!piece.isEmpty()) at = piece.getLast();
      if (at.at().isAfter(last.at())) last = at;
    } while (piece.size() == PIECE);
    Instant old = last.at().minus(OVERLAP.multipliedBy(2));
    if (back) taken.values().removeIf(written -> written.isBefore(old));
  }

  private void take(List<MemoryTable.Written> piece, boolean maybeKnown) {
    List<UUID> unknown =
        piece.stream()
            .filter(written -> !written.at().equals(taken.get(written.id())))
            .map(MemoryTable.Written::id)
            .toList();
    List<NearIndex.Source> sources = table.of(unknown).stream().map(NearReading::source).toList();
    if (!sources.isEmpty()) index.take(sources, maybeKnown);
    Instant old = Instant.now().minus(OVERLAP.multipliedBy(2));
    piece.stream()
        .filter(written -> written.at().isAfter(old))
        .forEach(written -> taken.put(written.id(), written.at()));
  }

  private static NearIndex.Source source(MemoryEntry entry) {
    return new NearIndex.Source(
        entry.id(), entry.sourceLanguage(), entry.language(), entry.source());
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.multipliedBy(4));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      running.join(POLL.multipliedBy(4));
    }
  }
}
