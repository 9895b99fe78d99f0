package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far this service has read in a feed, and which of its instances is reading. */
@Singleton
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
class FeedPosition {
  /** After this long without a sign of life of the reading instance, another one takes over. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(FeedPosition.class);
  private static final TransactionDefinition OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;
  private final String instance = UUID.randomUUID().toString();

  FeedPosition(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /**
   * Takes or keeps the reading; false while another instance has it. The time is the database's,
   * the same for all.
   */
  boolean hold(String name) {
    return transactions.execute(
        OWN,
        status -> {
          make(status.getConnection(), name);
          try (PreparedStatement sql =
              status
                  .getConnection()
                  .prepareStatement(
                      "UPDATE feed_reader SET holder = ?, held_until = NOW(6) + INTERVAL ? SECOND"
                          + " WHERE name = ? AND (holder IS NULL OR holder = ? OR held_until <"
                          + " NOW(6))")) {
            sql.setString(1, instance);
            sql.setLong(2, LEASE.toSeconds());
            sql.setString(3, name);
            sql.setString(4, instance);
            return sql.executeUpdate() > 0;
          }
        });
  }

  void release(String name) {
    try {
      transactions.execute(
          OWN,
          status -> {
            try (PreparedStatement sql =
                status
                    .getConnection()
                    .prepareStatement(
                        "UPDATE feed_reader SET holder = NULL WHERE name = ? AND holder = ?")) {
              sql.setString(1, name);
              sql.setString(2, instance);
              return sql.executeUpdate();
            }
          });
    } catch (RuntimeException e) {
      LOG.debug("Another instance takes over when the lease is up", e);
    }
  }

  String of(String name) {
    return transactions.execute(
        OWN,
        status -> {
          make(status.getConnection(), name);
          return read(status.getConnection(), name, "");
        });
  }

  /**
   * Moves a position from one change to the next and does what belongs to it, both or neither.
   *
   * @return false, with nothing done, if the position was no longer {@code from}
   */
  boolean move(String name, String from, String to, Runnable effect) {
    return transactions.execute(
        OWN,
        status -> {
          Connection connection = status.getConnection();
          if (!read(connection, name, " FOR UPDATE").equals(from)) {
            return false;
          }
          effect.run();
          try (PreparedStatement sql =
              connection.prepareStatement("UPDATE feed_reader SET event_id = ? WHERE name = ?")) {
            sql.setString(1, to);
            sql.setString(2, name);
            sql.executeUpdate();
          }
          return true;
        });
  }

  private static void make(Connection connection, String name) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT IGNORE INTO feed_reader (name, event_id) VALUES (?, ?)")) {
      sql.setString(1, name);
      sql.setString(2, Feed.START);
      sql.executeUpdate();
    }
  }

  private static String read(Connection connection, String name, String lock) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("SELECT event_id FROM feed_reader WHERE name = ?" + lock)) {
      sql.setString(1, name);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
