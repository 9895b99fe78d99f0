package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import voxpop.kit.feed.OldChanges.Looked;
import voxpop.kit.feed.OldChanges.Old;

/**
 * Removes changes that a later one of the same subject has replaced, so that the feed stays
 * complete and doesn't grow with every edit. Who had read up to a removed one is told {@code
 * feed-reset} and reads again from the start.
 *
 * <p>It looks at what came since it last looked, however much is kept: changes that have grown old
 * enough since, and old ones that were replaced since. What is replaced stays so; hence nothing is
 * locked while it looks, and two instances may look at the same time.
 */
@Singleton
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
class FeedCompaction {
  /** A reader may be away for this long without having to start again. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final TransactionDefinition OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;
  private final Feed feed;
  private final Clock clock;

  FeedCompaction(TransactionOperations<Connection> transactions, Feed feed, Clock clock) {
    this.transactions = transactions;
    this.feed = feed;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "5m", fixedDelay = "1h")
  void compact() {
    compact(clock.instant().minus(KEPT));
  }

  /** Answers how many changes it had to look at. */
  int compact(Instant writtenBefore) {
    feed.latest(); // what is committed by now has its position
    Looked before = transactions.execute(OWN, s -> OldChanges.looked(s.getConnection()));
    Looked until =
        transactions.execute(OWN, s -> OldChanges.head(s.getConnection(), writtenBefore));
    int looked =
        remove(OldChanges::grownOld, before, until) + remove(OldChanges::replaced, before, until);
    transactions.execute(OWN, s -> OldChanges.note(s.getConnection(), until));
    return looked;
  }

  private interface Question {
    List<Old> ask(Connection connection, Old after, Looked until) throws SQLException;
  }

  private int remove(Question question, Looked before, Looked until) {
    Old last = Old.before(before);
    int all = 0;
    List<Old> found;
    do {
      Old after = last;
      found =
          transactions.execute(
              OWN,
              status -> {
                List<Old> old = question.ask(status.getConnection(), after, until);
                OldChanges.remove(status.getConnection(), old);
                return old;
              });
      all += found.size();
      last = found.isEmpty() ? last : found.getLast();
    } while (found.size() == OldChanges.AT_ONCE);
    return all;
  }
}
