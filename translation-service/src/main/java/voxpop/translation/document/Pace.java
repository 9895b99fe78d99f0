package voxpop.translation.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/**
 * Limits what comes from one network, one reader and one account in a minute, each in a bucket of
 * its own.
 */
@Singleton
public class Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Buckets that nobody touched for a while are full again and needn't be kept. */
  private static final int MOST_BUCKETS = 100_000;

  private record Limit(String of, int perMinute) {}

  /** How many of something a minute. */
  public interface Limits {
    int perNetwork();

    int perReader();

    int perAccount();
  }

  private final Cache<Limit, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();

  /**
   * Counts one.
   *
   * @param what is asked for; each has its own count
   * @throws Problem 429 if it is one too many
   */
  public void check(String what, Caller caller, Limits limits) {
    for (Limit limit : limits(what, caller, limits)) {
      ConsumptionProbe probe = buckets.get(limit, Pace::full).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
        throw Problem.tooMany("Too many in a short time; wait a moment.", wait);
      }
    }
  }

  private static List<Limit> limits(String what, Caller caller, Limits limits) {
    List<Limit> all = new ArrayList<>();
    if (caller.author().isPresent()) {
      all.add(new Limit(what + ":account:" + caller.author().get().id(), limits.perAccount()));
      return all;
    }
    caller
        .reader()
        .ifPresent(key -> all.add(new Limit(what + ":reader:" + key, limits.perReader())));
    caller
        .network()
        .ifPresent(key -> all.add(new Limit(what + ":network:" + key, limits.perNetwork())));
    return all;
  }

  private static Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(one -> one.capacity(limit.perMinute()).refillGreedy(limit.perMinute(), MINUTE))
        .build();
  }
}
