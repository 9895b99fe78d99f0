package voxpop.translation.suggestion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.ProblemBody;
import voxpop.kit.problem.Violation;

/** Lets people with an account in, and readers who solve a sum; all of them not too often. */
@Singleton
class Gate {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Buckets that nobody touched for a while are full again and needn't be kept. */
  private static final int MOST_BUCKETS = 100_000;

  private record Limit(String of, int perMinute) {}

  private final Discussion discussion;
  private final SuggestionSettings settings;
  private final Cache<Limit, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();

  Gate(Discussion discussion, SuggestionSettings settings) {
    this.discussion = discussion;
    this.settings = settings;
  }

  /**
   * @throws Problem 429
   */
  void pace(Caller caller) {
    for (Limit limit : limits(caller)) {
      ConsumptionProbe probe = buckets.get(limit, Gate::full).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
        throw Problem.tooMany("Too many suggestions in a short time; wait a moment.", wait);
      }
    }
  }

  /**
   * Uses a reader's challenge up.
   *
   * @throws Problem 400 if it was wrong, 503 while nobody can tell
   */
  void redeem(UUID article, SuggestionController.@Nullable Solution solution) {
    if (solution == null) throw Problem.invalid("challenge", "is missing");
    try {
      discussion.redeem(new Discussion.Redemption(article, solution.token(), solution.answer()));
    } catch (HttpClientResponseException refused) {
      throw told(refused);
    } catch (HttpClientException away) {
      throw Problem.unavailable("The sum can't be checked at the moment. Please try again.");
    }
  }

  private static Problem told(HttpClientResponseException refused) {
    if (refused.getStatus().getCode() != 400) {
      return Problem.unavailable("The sum can't be checked at the moment. Please try again.");
    }
    Optional<ProblemBody> body = refused.getResponse().getBody(ProblemBody.class);
    List<Violation> violations = body.map(ProblemBody::violations).orElse(null);
    return violations == null || violations.isEmpty()
        ? Problem.invalid("challenge", "isn't to be used; ask for a new one")
        : Problem.invalid(violations);
  }

  private List<Limit> limits(Caller caller) {
    List<Limit> limits = new ArrayList<>();
    caller
        .author()
        .ifPresent(a -> limits.add(new Limit("account:" + a.id(), settings.perAccount())));
    if (caller.author().isEmpty()) {
      caller
          .reader()
          .ifPresent(key -> limits.add(new Limit("reader:" + key, settings.perReader())));
      caller
          .network()
          .ifPresent(key -> limits.add(new Limit("network:" + key, settings.perNetwork())));
    }
    return limits;
  }

  private static Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(one -> one.capacity(limit.perMinute()).refillGreedy(limit.perMinute(), MINUTE))
        .build();
  }
}
