package voxpop.comment.spam;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/**
 * Issues challenges, and redeems each once, whichever instance issued it. Nothing is stored before
 * that.
 */
@Singleton
public class Challenges {
  private final ChallengeKeys keys;
  private final ChallengeSettings settings;
  private final RedemptionRepository redemptions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Challenges(
      ChallengeKeys keys,
      ChallengeSettings settings,
      RedemptionRepository redemptions,
      Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.redemptions = redemptions;
    this.clock = clock;
  }

  Challenge issue(UUID article, List<String> languages) {
    Sum sum = Sum.random(random);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant expiresAt = now.plus(settings.validity());
    ChallengeToken token =
        ChallengeToken.issue(keys, Ids.next(), article, now, expiresAt, sum.result());
    return new Challenge(token.signed(keys), sum.question(languages), expiresAt);
  }

  /**
   * Reads what came back, without using it up.
   *
   * @throws Problem 400 if it isn't one of ours, was for another article, has expired, or came back
   *     faster than people type
   */
  public ChallengeToken open(Solution solution, UUID article) {
    Instant now = clock.instant();
    ChallengeToken token =
        ChallengeToken.read(keys, solution.token())
            .orElseThrow(
                () ->
                    refused(
                        "challenge-invalid",
                        "token",
                        "This isn't a challenge of ours; ask for a new one."));
    if (!token.article().equals(article)) {
      throw refused(
          "challenge-elsewhere",
          "token",
          "This challenge is for another article; ask for a new one.");
    }
    if (!now.isBefore(token.expiresAt())) {
      throw refused("challenge-expired", "token", "This challenge has expired; ask for a new one.");
    }
    if (now.isBefore(token.issuedAt().plus(settings.minimumFill()))) {
      throw refused(
          "challenge-too-fast", "token", "That was very fast; wait a moment and send it again.");
    }
    return token;
  }

  /**
   * Uses a challenge up, by a right or a wrong answer. To be called in the transaction of what is
   * written with it, which must be committed after a wrong answer, too.
   *
   * @param comment what is written with it, if it is a comment
   * @param fingerprint of that and its writer, if it may be sent again
   */
  @Transactional
  public Outcome redeem(
      ChallengeToken token,
      Solution solution,
      @Nullable UUID comment,
      @Nullable String fingerprint) {
    boolean right = token.answeredBy(keys, solution.number());
    boolean first =
        redemptions.redeem(
                token.nonce(),
                token.expiresAt(),
                right ? comment : null,
                right ? fingerprint : null)
            > 0;
    if (first) {
      return right ? new Outcome.Redeemed() : new Outcome.Wrong();
    }
    return redemptions
        .findByNonce(token.nonce())
        .filter(earlier -> fingerprint != null && fingerprint.equals(earlier.fingerprint()))
        .map(Redemption::commentId)
        .<Outcome>map(Outcome.Again::new)
        .orElseGet(Outcome.Used::new);
  }

  /** Whether the answer is right; that nobody has given it before is another question. */
  public boolean isRight(ChallengeToken token, Solution solution) {
    return token.answeredBy(keys, solution.number());
  }

  /** What came of an answer. */
  public sealed interface Outcome {
    record Redeemed() implements Outcome {}

    /** The same request once more, whose answer got lost: this was written then. */
    record Again(UUID comment) implements Outcome {}

    record Wrong() implements Outcome {
      public Problem problem() {
        return refused(
            "challenge-wrong", "answer", "That isn't what the sum comes to; try a new one.");
      }
    }

    record Used() implements Outcome {
      public Problem problem() {
        return refused(
            "challenge-used",
            "token",
            "This challenge has been answered before; ask for a new one.");
      }
    }
  }

  private static Problem refused(String type, String field, String message) {
    return Problem.invalid(type, "challenge." + field, message);
  }
}
