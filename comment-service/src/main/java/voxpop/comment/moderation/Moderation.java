package voxpop.comment.moderation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import voxpop.comment.comment.Comment;
import voxpop.comment.comment.ShownComment;
import voxpop.comment.comment.Standing;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/** Decides about comments. Every decision is kept; the last one holds. */
@Singleton
class Moderation {
  private static final Role[] MODERATORS = {Role.MODERATOR, Role.EDITOR};

  private final Standing standing;
  private final VerdictRepository verdicts;
  private final Clock clock;

  Moderation(Standing standing, VerdictRepository verdicts, Clock clock) {
    this.standing = standing;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /**
   * Makes a decision take effect. The same one again by the same person changes nothing.
   *
   * @throws Problem 401 or 403 without the right, 404 if there is no such comment, 409 if its
   *     writer has erased it
   */
  @Transactional
  ShownComment decide(UUID id, Decision decision, Caller caller) {
    Caller.Author moderator = caller.require(MODERATORS);
    Comment comment = standing.lock(id);
    if (comment.erased()) {
      throw Problem.conflict("comment-erased", "Its writer has taken this comment back.");
    }
    standing.move(comment, decision.status());
    if (!isRepeated(id, decision, moderator)) {
      verdicts.save(
          new Verdict(Ids.next(), id, decision, moderator.id(), moderator.name(), clock.instant()));
    }
    return ShownComment.toModerator(caller, standing.lock(id));
  }

  List<Verdict> history(UUID id, Caller caller) {
    caller.require(MODERATORS);
    return verdicts.history(id);
  }

  private boolean isRepeated(UUID id, Decision decision, Caller.Author moderator) {
    return verdicts.history(id).stream()
        .findFirst()
        .filter(last -> last.verdict() == decision && last.authorId().equals(moderator.id()))
        .isPresent();
  }
}
