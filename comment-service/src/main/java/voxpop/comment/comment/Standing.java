package voxpop.comment.comment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.problem.Problem;

/**
 * Changes where a comment stands, and with it what everybody's thread shows, its counts and its
 * news. A comment that is taken out keeps its place, empty, as long as published replies hang on
 * it.
 */
@Singleton
public class Standing {
  private final CommentRepository comments;
  private final Tallies tallies;
  private final ThreadNews news;

  Standing(CommentRepository comments, Tallies tallies, ThreadNews news) {
    this.comments = comments;
    this.tallies = tallies;
    this.news = news;
  }

  /**
   * The comment, which nobody else changes until the transaction ends; neither do others in its
   * thread change theirs.
   *
   * @throws Problem 404 if there is none
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Comment lock(UUID id) {
    Comment comment = comments.findById(id).orElseThrow(Standing::unknown);
    comments.lock(comment.rootId());
    return comments.lock(id).orElseThrow(Standing::unknown);
  }

  /** Moves a locked comment; does nothing if it stands there already. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void move(Comment comment, CommentStatus to) {
    if (comment.status() == to) {
      return;
    }
    boolean publish = to == CommentStatus.PUBLISHED;
    comments.decide(comment.id(), to, publish || hasShownReplies(comment));
    if (publish) {
      comment.place().ancestors().forEach(ancestor -> comments.show(ancestor, true));
    } else {
      hideEmptyPlaces(comment);
    }
    tallies.moved(comment, to);
    if (publish || comment.isPublished()) {
      news.note(comment.articleId());
    }
  }

  /** Says that a locked comment is written in another language than it was taken for. */
  @Transactional(Transactional.TxType.MANDATORY)
  void say(Comment comment, String language) {
    if (comment.language().equals(language)) {
      return;
    }
    comments.say(comment.id(), language);
    if (comment.isPublished()) {
      news.note(comment.articleId());
    }
  }

  /** Takes everything out of a locked comment that its writer put in. */
  @Transactional(Transactional.TxType.MANDATORY)
  void erase(Comment comment) {
    move(comment, CommentStatus.REJECTED);
    comments.erase(comment.id());
    comments.forgetAddress(comment.id());
  }

  /** Up from a comment that may have gone: places that were only kept for it go, too. */
  private void hideEmptyPlaces(Comment gone) {
    for (UUID above : gone.place().ancestors().reversed()) {
      Optional<Comment> place = comments.lock(above);
      if (place.isEmpty() || place.get().isPublished() || hasShownReplies(place.get())) {
        return;
      }
      comments.show(above, false);
    }
  }

  private boolean hasShownReplies(Comment comment) {
    ThreadPath place = comment.place();
    return comments.hasShownBelow(comment.articleId(), place.bytes(), place.end());
  }

  private static Problem unknown() {
    return Problem.notFound("There is no such comment.");
  }
}
