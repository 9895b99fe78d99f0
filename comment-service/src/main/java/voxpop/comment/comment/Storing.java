package voxpop.comment.comment;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.function.Supplier;
import voxpop.comment.spam.Challenges;
import voxpop.comment.spam.Challenges.Outcome;
import voxpop.kit.problem.Problem;

/**
 * Puts a comment into its thread. Challenge and comment are one transaction: no sum is used up
 * without a comment, unless it was wrong.
 */
@Singleton
class Storing {
  private final Challenges challenges;
  private final CommentRepository comments;
  private final Tallies tallies;
  private final Slots slots;
  private final ThreadNews news;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Storing(
      Challenges challenges,
      CommentRepository comments,
      Tallies tallies,
      Slots slots,
      ThreadNews news,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.challenges = challenges;
    this.comments = comments;
    this.tallies = tallies;
    this.slots = slots;
    this.news = news;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Stores what somebody said.
   *
   * @throws Problem 400 if it was said with the answer to a challenge that is wrong, and with it
   *     the challenge used up, or was given before
   */
  Stored store(Post post) {
    Post.Answered answered = post.answered();
    if (answered == null) {
      return together(post, slot -> new Stored(insert(post, slot), false));
    }
    Draft draft = post.draft();
    Supplier<Stored> stored =
        together(
            post,
            slot ->
                switch (challenges.redeem(
                    answered.token(), answered.solution(), draft.id(), draft.fingerprint())) {
                  case Outcome.Redeemed redeemed -> {
                    Comment comment = insert(post, slot);
                    yield () -> new Stored(comment, false);
                  }
                  case Outcome.Again again -> {
                    Comment comment =
                        comments
                            .findById(again.comment())
                            .orElseThrow(() -> new Outcome.Used().problem());
                    yield () -> new Stored(comment, true);
                  }
                  // thrown once the transaction has kept that the challenge is used up
                  case Outcome.Wrong wrong -> () -> refuse(wrong.problem());
                  case Outcome.Used used -> () -> refuse(used.problem());
                });
    return stored.get();
  }

  private static Stored refuse(Problem problem) {
    throw problem;
  }

  private interface Work<T> {
    T in(int slot);
  }

  private <T> T together(Post post, Work<T> work) {
    try (Slots.Slot slot = slots.take(post.draft().article())) {
      return transactions.executeWrite(status -> work.in(slot.number()));
    }
  }

  private Comment insert(Post post, int slot) {
    Draft draft = post.draft();
    Comment comment = comments.save(draft.at(place(draft), post.reason(), clock.instant()));
    if (draft.email() != null) {
      comments.keepAddress(comment.id(), draft.email());
    }
    tallies.added(comment, slot);
    if (comment.isPublished()) {
      news.note(comment.articleId());
    }
    return comment;
  }

  /**
   * A parent is kept as it is until the commit: nobody takes it out of the thread meanwhile without
   * seeing this reply.
   */
  private ThreadPath place(Draft draft) {
    if (draft.parent() == null) {
      return ThreadPath.root(draft.id());
    }
    return comments
        .keep(draft.parent())
        .filter(parent -> parent.articleId().equals(draft.article()) && parent.isPublished())
        .orElseThrow(
            () -> Problem.invalid("parent", "There is no such comment (any more) on this article."))
        .place()
        .reply(draft.id());
  }
}
