package voxpop.translation.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks an engine whether it works, at most once in a while, one thread at a time. */
class Probing {
  /** Short, so that an engine that was just started is found soon. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Supplier<Probe> question;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Probe last;
  private volatile long askedAt;

  Probing(Supplier<Probe> question) {
    this.question = question;
  }

  Probe probe() {
    Probe known = last;
    if (known != null && fresh()) return known;
    if (known != null && !asking.tryLock()) return known;
    if (known == null) asking.lock();
    try {
      known = last;
      if (known != null && fresh()) return known;
      Probe now = ask();
      last = now;
      askedAt = System.nanoTime();
      return now;
    } finally {
      asking.unlock();
    }
  }

  private boolean fresh() {
    return System.nanoTime() - askedAt < FRESH.toNanos();
  }

  private Probe ask() {
    try {
      return question.get();
    } catch (RuntimeException e) {
      Probe known = last;
      Set<Pair> pairs = known == null ? Set.of() : known.pairs();
      return new Probe(false, pairs, String.valueOf(e.getMessage()));
    }
  }
}
