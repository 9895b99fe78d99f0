package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * This service's own feed, in order.
 *
 * <p>A change gets its position only once it is committed, under the lock of the feed's head; so
 * whoever has read up to a position has missed nothing below it.
 */
@Singleton
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
public class Feed {
  /** The start of every feed, before its first change. */
  public static final String START = "0";

  /** Changes in one answer: some 50 KB. */
  static final int BATCH = 200;

  /** Another instance's commits make no noise here: how long they may go unseen. */
  private static final Duration LOOK = Duration.ofMillis(200);

  private static final TransactionDefinition OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);
  private static final Argument<Map<String, Object>> DATA =
      Argument.mapOf(String.class, Object.class);

  private final TransactionOperations<Connection> transactions;
  private final ObjectMapper json;
  private final FeedSignal signal;
  private final String program;

  Feed(
      TransactionOperations<Connection> transactions,
      ObjectMapper json,
      FeedSignal signal,
      @Value("${micronaut.application.name}") String program) {
    this.transactions = transactions;
    this.json = json;
    this.signal = signal;
    this.program = program;
  }

  /**
   * What came after a position; waits for it if there is nothing yet.
   *
   * @param lastEventId where the reader is, {@link #START} for the beginning
   * @param timeout how long to wait at most
   * @throws FeedReset if this feed has no such position
   */
  public Batch read(String lastEventId, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      long seen = signal.count();
      Batch batch = readNow(lastEventId);
      long left = end - System.nanoTime();
      if (!batch.changes().isEmpty() || left <= 0 || signal.isStopping()) {
        return batch;
      }
      Duration wait = Duration.ofNanos(Math.min(left, LOOK.toNanos()));
      signal.await(seen, wait);
    }
  }

  /** The newest position: what is committed by now lies at or before it. */
  public String latest() {
    return transactions.execute(
        OWN,
        status -> {
          order(status.getConnection());
          try (PreparedStatement sql =
                  status
                      .getConnection()
                      .prepareStatement(
                          "SELECT position, nonce FROM feed_change WHERE position IS NOT NULL"
                              + " ORDER BY position DESC LIMIT 1");
              ResultSet rows = sql.executeQuery()) {
            return rows.next() ? id(rows.getLong(1), rows.getString(2)) : START;
          }
        });
  }

  private Batch readNow(String lastEventId) {
    return transactions.execute(
        OWN,
        status -> {
          Connection connection = status.getConnection();
          order(connection);
          long from = position(connection, lastEventId);
          try (PreparedStatement sql =
              connection.prepareStatement(
                  "SELECT position, nonce, type, subject, removal, data, written_at FROM"
                      + " feed_change WHERE position > ? ORDER BY position LIMIT "
                      + BATCH)) {
            sql.setLong(1, from);
            List<Change> changes = new ArrayList<>();
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                changes.add(change(row));
              }
            }
            return new Batch(changes, changes.isEmpty() ? lastEventId : changes.getLast().id());
          }
        });
  }

  /**
   * Gives positions to what was committed without one. Rows of open transactions are invisible here
   * and get theirs later.
   */
  private static void order(Connection connection) throws SQLException {
    try (PreparedStatement any =
            connection.prepareStatement(
                "SELECT 1 FROM feed_change WHERE position IS NULL LIMIT 1");
        ResultSet row = any.executeQuery()) {
      if (!row.next()) {
        return;
      }
    }
    long position = lockHead(connection);
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement sql =
            connection.prepareStatement(
                "SELECT id FROM feed_change WHERE position IS NULL ORDER BY id");
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    try (PreparedStatement give =
        connection.prepareStatement("UPDATE feed_change SET position = ? WHERE id = ?")) {
      for (long id : ids) {
        give.setLong(1, ++position);
        give.setLong(2, id);
        give.addBatch();
      }
      give.executeBatch();
    }
    try (PreparedStatement head =
        connection.prepareStatement("UPDATE feed_head SET position = ? WHERE id = 1")) {
      head.setLong(1, position);
      head.executeUpdate();
    }
  }

  private static long lockHead(Connection connection) throws SQLException {
    try (PreparedStatement sql =
            connection.prepareStatement("SELECT position FROM feed_head WHERE id = 1 FOR UPDATE");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static long position(Connection connection, String id) throws SQLException {
    if (id.equals(START)) {
      return 0;
    }
    int dot = id.indexOf('.');
    try (PreparedStatement sql =
        connection.prepareStatement("SELECT 1 FROM feed_change WHERE position = ? AND nonce = ?")) {
      long position = Long.parseLong(id.substring(0, Math.max(dot, 0)));
      sql.setLong(1, position);
      sql.setString(2, id.substring(dot + 1));
      try (ResultSet row = sql.executeQuery()) {
        if (row.next()) {
          return position;
        }
      }
    } catch (NumberFormatException e) {
      // falls through: not a position of any feed
    }
    throw new FeedReset(id);
  }

  private Change change(ResultSet row) throws SQLException {
    try {
      return Change.of(
          id(row.getLong("position"), row.getString("nonce")),
          program,
          row.getString("type"),
          row.getTimestamp("written_at").toInstant(),
          row.getString("subject"),
          row.getBoolean("removal"),
          json.readValue(row.getString("data"), DATA));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(long position, String nonce) {
    return position + "." + nonce;
  }
}
