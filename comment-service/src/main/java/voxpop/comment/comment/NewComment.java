package voxpop.comment.comment;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.comment.spam.Solution;
import voxpop.comment.spam.Submission.Bait;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;

/**
 * What somebody wants to say. Name, address and challenge are needed of those who aren't signed in.
 *
 * @param body Markdown
 * @param language BCP 47, if the writer has chosen one; else it is guessed from the text
 * @param website must stay empty: people don't see it
 * @param url2 must stay empty: people don't see it
 */
@Serdeable
record NewComment(
    @NotNull UUID article,
    @Nullable UUID parent,
    @Nullable @Size(max = NewComment.MAX_NAME) String name,
    @Nullable @Email @Size(max = NewComment.MAX_EMAIL) String email,
    @NotBlank @Size(max = NewComment.MAX_BODY) String body,
    @Nullable @Size(max = 35) String language,
    @Nullable @Valid Solution challenge,
    @Nullable @Size(max = 2000) String website,
    @Nullable @Size(max = 2000) String url2) {

  /** Longer than nearly every name, shorter than an advertisement. */
  static final int MAX_NAME = 80;

  /** RFC 5321, 4.5.3.1.3. */
  static final int MAX_EMAIL = 254;

  /** Some four pages: whoever has more to say writes an article. */
  static final int MAX_BODY = 10_000;

  List<Bait> baits() {
    return List.of(new Bait("website", website), new Bait("url2", url2));
  }

  /**
   * Somebody without an account says who they are.
   *
   * @throws Problem 400 naming each field that is missing
   */
  Guest guest() {
    List<Violation> missing = new ArrayList<>();
    String tidyName = name == null ? "" : TypedText.line(name);
    if (tidyName.isBlank()) {
      missing.add(new Violation("name", "Tell your name."));
    }
    String address = email == null ? "" : email.strip();
    if (address.isEmpty()) {
      missing.add(new Violation("email", "Tell your e-mail address; it isn't published."));
    }
    Solution solution = challenge;
    if (solution == null) {
      missing.add(new Violation("challenge", "Answer a challenge of /api/challenges."));
    }
    if (!missing.isEmpty() || solution == null) {
      throw Problem.invalid(missing);
    }
    return new Guest(tidyName, address, solution);
  }

  record Guest(String name, String email, Solution solution) {}
}
