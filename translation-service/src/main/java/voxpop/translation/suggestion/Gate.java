package voxpop.translation.suggestion;

import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.ProblemBody;
import voxpop.kit.problem.Violation;

/** Lets readers in who solve a sum. */
@Singleton
class Gate {
  private final Discussion discussion;

  Gate(Discussion discussion) {
    this.discussion = discussion;
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
}
