package voxpop.comment.comment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.comment.spam.Challenges;
import voxpop.kit.together.SharedTransactions;

/**
 * Puts comments that were written at the same moment into their threads, in one transaction. Left
 * to {@link Storing} is whatever isn't plain: an article that isn't as it was taken to be, a parent
 * that isn't there, a challenge that was answered wrongly or before.
 */
@Singleton
class StoringTogether {
  /** With the longest text each, some megabytes: a quarter of what a server takes in one packet. */
  static final int AT_ONCE = 32;

  private final SharedTransactions transactions;
  private final Ledger ledger;
  private final Slots slots;
  private final Challenges challenges;
  private final Clock clock;

  StoringTogether(
      SharedTransactions transactions,
      Ledger ledger,
      Slots slots,
      Challenges challenges,
      Clock clock) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.slots = slots;
    this.challenges = challenges;
    this.clock = clock;
  }

  /** What is stored, in the order of the posts; empty for what is to be stored by itself. */
  List<Optional<Stored>> store(List<Post> posts) {
    Map<UUID, Slots.Slot> taken = new HashMap<>();
    try {
      posts.forEach(post -> taken.computeIfAbsent(post.article().id(), slots::take));
      return transactions.write(connection -> store(connection, posts, taken));
    } finally {
      taken.values().forEach(Slots.Slot::close);
    }
  }

  private List<Optional<Stored>> store(
      Connection connection, List<Post> posts, Map<UUID, Slots.Slot> taken) throws SQLException {
    Ledger.Known known = ledger.look(connection, posts);
    Instant now = clock.instant();
    Set<UUID> redeemed = new HashSet<>(known.redeemed());
    List<Optional<Stored>> stored = new ArrayList<>();
    List<Ledger.Entry> entries = new ArrayList<>();
    for (Post post : posts) {
      ThreadPath place = known.place(post);
      if (place == null || !isAnswered(post, redeemed)) {
        stored.add(Optional.empty());
        continue;
      }
      Comment comment = post.draft().at(place, post.reason(), now);
      entries.add(new Ledger.Entry(post, comment));
      stored.add(Optional.of(new Stored(comment, false)));
    }
    ledger.write(connection, entries, article -> number(taken.get(article)));
    return stored;
  }

  private static int number(Slots.@Nullable Slot slot) {
    return slot == null ? 0 : slot.number();
  }

  /** By an account, or rightly and for the first time. */
  private boolean isAnswered(Post post, Set<UUID> redeemed) {
    Post.Answered answered = post.answered();
    return answered == null
        || (challenges.isRight(answered.token(), answered.solution())
            && redeemed.add(answered.token().nonce()));
  }
}
