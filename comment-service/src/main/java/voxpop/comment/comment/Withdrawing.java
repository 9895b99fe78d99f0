package voxpop.comment.comment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/** Lets people take back what they said. */
@Singleton
class Withdrawing {
  private final Standing standing;

  Withdrawing(Standing standing) {
    this.standing = standing;
  }

  /**
   * Erases the caller's own comment; only its place stays, if others have answered it.
   *
   * @throws Problem 404 if there is none, 403 if it is somebody else's
   */
  @Transactional
  void withdraw(UUID id, Caller caller) {
    Comment comment = standing.lock(id);
    if (!comment.isBy(caller)) {
      throw Problem.forbidden(
          "Only who wrote a comment can take it back; moderators give a verdict.");
    }
    standing.erase(comment);
  }
}
