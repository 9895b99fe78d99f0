package voxpop.kit.feed;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import voxpop.kit.leaving.Waiting;

/**
 * Wakes those who wait for this service's feed when something was committed here; other instances
 * are found by looking.
 */
@Singleton
class FeedSignal implements Waiting {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private long count;
  private volatile boolean stopping;

  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void wake() {
    lock.lock();
    try {
      count++;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something was committed since {@code seen}, or the time is up. */
  void await(long seen, Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (count == seen && left > 0 && !stopping) {
        left = news.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(25)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** Long polls that waited on would hold up the end. */
  @Override
  public void endWaiting() {
    stop();
  }

  @PreDestroy
  void stop() {
    stopping = true;
    wake();
  }
}
