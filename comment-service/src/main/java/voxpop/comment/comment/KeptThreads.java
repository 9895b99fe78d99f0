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

  /** Of a comment beside its texts. */
  private static final int BYTES_OF_A_COMMENT = 400;

  /** Longer than a thread that is asked for often stays away; no mistake outlives it. */
  private static final Duration FOR = Duration.ofMinutes(10);

  /** A stretch, and how it was asked for. */
  record Asked(
      UUID article, @Nullable String language, Order order, int limit, @Nullable String after) {}

  private record Kept(@Nullable Long told, CommentList list) {}

  private final Cache<Asked, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Asked asked, Kept thread) -> bytes(thread.list()))
          .expireAfterWrite(FOR)
          .build();

  /**
   * @param state read before this call, for this request
   * @param read reads the stretch from the database
   */
  CommentList get(Asked asked, ThreadState state, Supplier<CommentList> read) {
    Kept known = kept.getIfPresent(asked);
    if (known != null && state.isAsOf(known.told())) {
      return known.list();
    }
    CommentList list = read.get();
    if (state.isTold()) {
      kept.put(asked, new Kept(state.told(), list));
    }
    return list;
  }

  private static int bytes(CommentList list) {
    return list.items().stream()
        .mapToInt(
            comment ->
                BYTES_OF_A_COMMENT
                    + 2 * (comment.body().length() + comment.html().length())
                    + 2 * comment.name().length())
        .sum();
  }
}
