package voxpop.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * When an article's pages may be renewed for what its readers do: however many languages it is read
 * in, and however many recommend it, at most once in a while.
 */
final class Turns {
  private static final class Turn {
    private long began;
    private boolean planned;
  }

  private final Duration pause;
  // Who hasn't been renewed for this long need not wait any more.
  private final Cache<String, Turn> turns =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build();

  Turns(Duration pause) {
    this.pause = pause;
  }

  /** Milliseconds until the next renewal may begin, or -1 if one is planned already. */
  long plan(String article, long now) {
    Turn turn = turn(article);
    synchronized (turn) {
      if (turn.planned) {
        return -1;
      }
      turn.planned = true;
      return Math.max(0, turn.began + pause.toMillis() - now);
    }
  }

  void begin(String article, long now) {
    Turn turn = turn(article);
    synchronized (turn) {
      turn.planned = false;
      turn.began = now;
    }
  }

  /** Whether the last one is so recent that it has to do for now. */
  boolean isResting(String article, long now) {
    Turn turn = turn(article);
    synchronized (turn) {
      return now - turn.began < pause.toMillis();
    }
  }

  private Turn turn(String article) {
    return turns.get(article, name -> new Turn());
  }
}
