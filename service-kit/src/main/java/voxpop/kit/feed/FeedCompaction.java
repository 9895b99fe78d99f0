package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes changes that a later one of the same subject has replaced, so that the feed stays
 * complete and doesn't grow with every edit. Who had read up to a removed one is told {@code
 * feed-reset} and reads again from the start.
 */
@Singleton
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
class FeedCompaction {
  /** A reader may be away for this long without having to start again. */
  static final Duration KEPT = Duration.ofDays(7);

  /** Rows in one transaction: locks for some milliseconds. */
  private static final int AT_ONCE = 500;

  private static final TransactionDefinition OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  FeedCompaction(TransactionOperations<Connection> transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "5m", fixedDelay = "1h")
  void compact() {
    compact(clock.instant().minus(KEPT));
  }

  void compact(Instant writtenBefore) {
    while (removeSome(writtenBefore) == AT_ONCE) {
      // more is to go
    }
  }

  private int removeSome(Instant writtenBefore) {
    return transactions.execute(
        OWN,
        status -> {
          try (PreparedStatement sql =
              status
                  .getConnection()
                  .prepareStatement(
                      "DELETE FROM feed_change WHERE written_at < ? AND position IS NOT NULL AND"
                          + " NOT EXISTS (SELECT 1 FROM feed_subject s WHERE s.type ="
                          + " feed_change.type AND s.subject = feed_change.subject AND"
                          + " s.last_change = feed_change.id) LIMIT "
                          + AT_ONCE)) {
            sql.setTimestamp(1, Timestamp.from(writtenBefore));
            return sql.executeUpdate();
          }
        });
  }
}
