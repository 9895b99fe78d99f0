package voxpop.comment.comment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what everybody sees of threads, each stretch as it was asked for. It is given out only for
 * a state of the thread that was read for this very request, so nobody gets less than what was
 * committed when they asked, whichever instance wrote it.
 */
@Singleton
class KeptThreads {
  /** A sixteenth of the heap that the service is given. */
  private static final long MOST_BYTES = 16L << 20;

  /** Of a stretch beside its text, about. */
  private static final int BYTES_BESIDE = 400;

  /** Longer than a thread that is asked for often stays away; no mistake outlives it. */
  private static final Duration FOR = Duration.ofMinutes(10);

  /** A stretch, and how it was asked for. */
  record Asked(
      UUID article, @Nullable String language, Order order, int limit, @Nullable String after) {}

  private record Kept(@Nullable Long told, WrittenList list) {}

  private final Cache<Asked, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Asked asked, Kept thread) -> BYTES_BESIDE + thread.list().json().length)
          .expireAfterWrite(FOR)
          .build();

  /**
   * @param state read before this call, for this request
   * @param read reads the stretch from the database
   */
  WrittenList get(Asked asked, ThreadState state, Supplier<WrittenList> read) {
    Kept known = kept.getIfPresent(asked);
    if (known != null && state.isAsOf(known.told())) {
      return known.list();
    }
    WrittenList list = read.get();
    if (state.isTold()) {
      kept.put(asked, new Kept(state.told(), list));
    }
    return list;
  }
}
