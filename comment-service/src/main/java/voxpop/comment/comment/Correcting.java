package voxpop.comment.comment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** Lets people say in which language they wrote, where it was guessed wrongly. */
@Singleton
class Correcting {
  private final Standing standing;

  Correcting(Standing standing) {
    this.standing = standing;
  }

  /**
   * Takes a comment for one in another language.
   *
   * @throws Problem 400 if that is none, 404 if there is no such comment, 403 to all but its writer
   *     and moderators
   */
  @Transactional
  ShownComment correct(UUID id, String language, Caller caller) {
    String tag = TypedText.language(language);
    Comment comment = standing.lock(id);
    boolean moderator =
        caller.author().map(author -> author.is(Role.MODERATOR, Role.EDITOR)).orElse(false);
    if (comment.erased() || (!comment.isBy(caller) && !moderator)) {
      throw Problem.forbidden("Only who wrote a comment, and moderators, can say its language.");
    }
    standing.say(comment, tag);
    return ShownComment.to(caller, standing.lock(id));
  }
}
