package voxpop.comment.spam;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import voxpop.comment.spam.Challenges.Outcome;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/** Redeems a challenge for another program of the house. */
@Singleton
class Redeeming {
  private static final Set<String> PROGRAMS = Set.of("translation-service");

  private final Challenges challenges;

  Redeeming(Challenges challenges) {
    this.challenges = challenges;
  }

  @Serdeable
  record Request(
      @NotNull UUID article,
      @NotBlank @Size(max = 400) String token,
      @NotBlank @Size(max = 40) String answer) {}

  /**
   * Uses a challenge up.
   *
   * @throws Problem 400 if the answer was wrong or the challenge isn't to be used; 403 to programs
   *     that have no use for it
   */
  void redeem(Request request, Caller caller) {
    if (!PROGRAMS.contains(caller.program())) {
      throw Problem.forbidden("Challenges are redeemed for programs of the house only.");
    }
    Solution solution = new Solution(request.token(), request.answer());
    ChallengeToken token = challenges.open(solution, request.article());
    switch (challenges.redeem(token, solution, null, null)) {
      case Outcome.Redeemed redeemed -> {}
      case Outcome.Wrong wrong -> throw wrong.problem();
      case Outcome.Used used -> throw used.problem();
      case Outcome.Again again -> throw new Outcome.Used().problem();
    }
  }
}
