package voxpop.gateway.client;

import java.time.Clock;

/**
 * Stops asking a service that fails again and again, and asks it once a second whether it is back.
 * Only failures count: a 404 is an answer.
 */
final class Breaker {

  // Few enough to spare a page the waiting, many enough that one lost connection closes nothing.
  static final int FAILURES = 5;
  static final long PAUSE_MILLIS = 1_000;

  private final Clock clock;
  private int failures;
  private long openUntil;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Whether a call may go out now; while open, one call per pause may, to try. */
  synchronized boolean allows() {
    if (failures < FAILURES) {
      return true;
    }
    long now = clock.millis();
    if (now < openUntil) {
      return false;
    }
    openUntil = now + PAUSE_MILLIS;
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    openUntil = clock.millis() + PAUSE_MILLIS;
  }

  synchronized boolean open() {
    return failures >= FAILURES;
  }
}
