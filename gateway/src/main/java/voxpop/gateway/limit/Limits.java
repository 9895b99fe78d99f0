package voxpop.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.shared.SharedSettings;

/**
 * Token buckets, one for each policy and whoever it counts. What is left is told in the header
 * fields of draft-ietf-httpapi-ratelimit-headers-10: {@code RateLimit-Policy} with quota {@code q}
 * and window {@code w}, {@code RateLimit} with what remains {@code r} and the seconds {@code t}
 * until all of it is there again.
 */
@Singleton
public class Limits {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * A bucket that nobody touched for a minute is full again and needn't be kept; a flood of new
   * ones must not fill the memory: some 50 MB at most.
   */
  private static final int MOST_BUCKETS = 200_000;

  private static final String TOLD = "voxpop.limits";

  private final LimitSettings settings;
  private final SharedSettings shared;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(MINUTE.plusSeconds(1))
          .build();

  Limits(LimitSettings settings, SharedSettings shared) {
    this.settings = settings;
    this.shared = shared;
  }

  /** A limit that is changed while we run begins with full buckets. */
  private record Key(Counted counted, int quota) {}

  /**
   * Whom a policy counts.
   *
   * @param who an account's id or an HMAC of a reader or network; never an address
   */
  record Counted(Policy policy, String who) {}

  /** How a bucket stands after a request. */
  private record Standing(Policy policy, int quota, long left) {
    String told() {
      long seconds = (quota - left) * MINUTE.toSeconds() / quota;
      return "\"" + policy.word() + "\";r=" + left + ";t=" + seconds;
    }

    String promised() {
      return "\"" + policy.word() + "\";q=" + quota + ";w=" + MINUTE.toSeconds();
    }
  }

  /**
   * Counts a request of this network, for code that must not lose what somebody typed.
   *
   * @return how long to wait, if that is one too many
   */
  public Optional<Duration> take(HttpRequest<?> request, Policy policy, @Nullable String network) {
    try {
      take(request, List.of(new Counted(policy, "network:" + network)));
      return Optional.empty();
    } catch (Problem refused) {
      return Optional.ofNullable(refused.retryAfter());
    }
  }

  /**
   * Takes one from each bucket, or from none.
   *
   * @throws Problem 429 with {@code Retry-After}, if one of them is empty
   */
  void take(HttpRequest<?> request, List<Counted> counted) {
    List<Standing> standings = new ArrayList<>(counted.size());
    List<Bucket> taken = new ArrayList<>(counted.size());
    for (Counted one : counted) {
      int quota = one.policy().perMinute(settings, shared);
      Bucket bucket = buckets.get(new Key(one, quota), Limits::full);
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
      standings.add(new Standing(one.policy(), quota, probe.getRemainingTokens()));
      if (probe.isConsumed()) {
        taken.add(bucket);
      } else {
        taken.forEach(other -> other.addTokens(1));
        request.setAttribute(TOLD, standings);
        // whole seconds, upwards
        throw Problem.tooMany(
            "Too many requests came from here just now. Wait a moment, then try again.",
            Duration.ofSeconds(
                TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1));
      }
    }
    request.setAttribute(TOLD, standings);
  }

  /** Tells what is left, if this request was counted. */
  @SuppressWarnings("unchecked")
  static void tell(HttpRequest<?> request, MutableHttpHeaders headers) {
    List<Standing> standings = request.getAttribute(TOLD, List.class).orElse(List.of());
    if (!standings.isEmpty()) {
      headers.set(
          "RateLimit-Policy",
          standings.stream().map(Standing::promised).collect(Collectors.joining(", ")));
      headers.set(
          "RateLimit", standings.stream().map(Standing::told).collect(Collectors.joining(", ")));
    }
  }

  private static Bucket full(Key key) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(key.quota()).refillGreedy(key.quota(), MINUTE))
        .build();
  }
}
