package voxpop.comment.comment;

import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives those who change one article's counts at the same moment rows of their own, so that none
 * waits for another's commit; an article that isn't busy keeps to one row per lane. Instances
 * choose a lane each at their start.
 */
@Singleton
class Slots {
  private static final int LANES = 4;

  /** More than a pool has connections: that many write at once at most. */
  private static final int LANE = 64;

  private final int lane = ThreadLocalRandom.current().nextInt(LANES);
  private final Map<UUID, BitSet> taken = new HashMap<>();

  /** Takes the lowest free slot of an article; to be closed after the commit. */
  Slot take(UUID article) {
    synchronized (taken) {
      BitSet slots = taken.computeIfAbsent(article, none -> new BitSet(LANE));
      int free = slots.nextClearBit(0);
      if (free >= LANE) {
        return new Slot(lane * LANE + ThreadLocalRandom.current().nextInt(LANE), () -> {});
      }
      slots.set(free);
      return new Slot(lane * LANE + free, () -> giveBack(article, free));
    }
  }

  private void giveBack(UUID article, int slot) {
    synchronized (taken) {
      BitSet slots = taken.get(article);
      if (slots != null) {
        slots.clear(slot);
        if (slots.isEmpty()) {
          taken.remove(article);
        }
      }
    }
  }

  record Slot(int number, Runnable giveBack) implements AutoCloseable {
    @Override
    public void close() {
      giveBack.run();
    }
  }
}
