package voxpop.comment.spam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import voxpop.kit.problem.Problem;
import voxpop.kit.shared.SharedSettings;

/**
 * Limits how much comes from one network, one reader and one account, each in a bucket of its own.
 */
@Singleton
class Pace implements SpamFilter {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * Buckets that nobody touched for a while are full again and needn't be kept; a flood of new ones
   * must not fill the memory.
   */
  private static final int MAX_BUCKETS = 100_000;

  private record Limit(String of, int perMinute) {}

  private final PaceSettings settings;
  private final SharedSettings shared;
  private final Cache<Limit, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MAX_BUCKETS)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();

  Pace(PaceSettings settings, SharedSettings shared) {
    this.settings = settings;
    this.shared = shared;
  }

  @Override
  public Finding judge(Submission submission) {
    for (Limit limit : limits(submission)) {
      ConsumptionProbe probe = buckets.get(limit, Pace::full).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
        return new Finding.Refuse(
            Problem.tooMany("Too many comments in a short time; wait a moment.", wait));
      }
    }
    return Finding.PASS;
  }

  private List<Limit> limits(Submission submission) {
    var author = submission.caller().author();
    if (author.isPresent()) {
      return List.of(
          new Limit(
              "account:" + author.get().id(),
              shared.positive("comments.per-account", settings.perAccount())));
    }
    List<Limit> limits = new ArrayList<>();
    submission
        .caller()
        .reader()
        .ifPresent(
            key ->
                limits.add(
                    new Limit(
                        "reader:" + key,
                        shared.positive("comments.per-reader", settings.perReader()))));
    submission
        .caller()
        .network()
        .ifPresent(
            key ->
                limits.add(
                    new Limit(
                        "network:" + key,
                        shared.positive("comments.per-network", settings.perNetwork()))));
    return limits;
  }

  private static Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(one -> one.capacity(limit.perMinute()).refillGreedy(limit.perMinute(), MINUTE))
        .build();
  }

  @Override
  public String name() {
    return "pace";
  }

  @Override
  public int getOrder() {
    return 10;
  }
}
