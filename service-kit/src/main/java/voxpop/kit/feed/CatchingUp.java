package voxpop.kit.feed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import voxpop.kit.problem.Problem;

/**
 * Lets many wait for the end of a feed while one of them reads it: each reader needs connections to
 * the database of its own, of which there are few.
 */
final class CatchingUp {
  /** A reader may wait that long for an article that isn't known yet; then it is busy, not gone. */
  static final Duration WITHIN = Duration.ofSeconds(5);

  private final ReentrantLock reading = new ReentrantLock();
  private volatile long begun;
  private long ended;

  /**
   * Returns when a reading that began after this call has come to the end.
   *
   * @param step reads on; true at the end
   * @throws Problem 503 if that takes too long
   */
  void run(BooleanSupplier step) {
    long deadline = System.nanoTime() + WITHIN.toNanos();
    long before = begun;
    if (!locked()) {
      throw behind();
    }
    try {
      if (ended > before) {
        return;
      }
      long own = begun + 1;
      begun = own;
      while (!step.getAsBoolean()) {
        if (System.nanoTime() - deadline > 0) {
          throw behind();
        }
      }
      ended = own;
    } finally {
      reading.unlock();
    }
  }

  private boolean locked() {
    try {
      return reading.tryLock(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Problem behind() {
    return Problem.unavailable("There is much news to take in at the moment. Please try again.");
  }
}
