package voxpop.comment.spam;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A challenge's token and what somebody thinks the sum comes to. */
@Serdeable
public record Solution(
    @NotBlank @Size(max = 400) String token, @NotBlank @Size(max = 40) String answer) {
  private static final long NOT_A_NUMBER = Long.MIN_VALUE;

  /**
   * What was typed as a number, in any script's digits; something that no sum comes to if it is
   * none.
   */
  long number() {
    try {
      return Long.parseLong(answer.strip());
    } catch (NumberFormatException words) {
      return NOT_A_NUMBER;
    }
  }
}
