package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes changes, each in the transaction of what it tells of.
 *
 * <p>Within a type, changes of one subject are told in the order in which their transactions
 * committed: the subject's row is locked from {@code record} to the commit. Call it late in the
 * transaction, where the subject is one that many touch.
 */
@Singleton
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
public class Changes {
  private static final TransactionDefinition IN_THE_CALLERS =
      TransactionDefinition.of(TransactionDefinition.Propagation.MANDATORY);

  private final TransactionOperations<Connection> transactions;
  private final ObjectMapper json;
  private final FeedSignal signal;
  private final Clock clock;

  Changes(
      TransactionOperations<Connection> transactions,
      ObjectMapper json,
      FeedSignal signal,
      Clock clock) {
    this.transactions = transactions;
    this.json = json;
    this.signal = signal;
    this.clock = clock;
  }

  /**
   * Tells that a subject is new or has changed.
   *
   * @param type for example {@code voxpop.article}; at most 64 ASCII characters
   * @param subject what has changed; at most 160 ASCII characters
   * @param data what changed and its version, no text and nothing personal; instants and UUIDs as
   *     strings
   * @throws io.micronaut.transaction.exceptions.NoTransactionException if there is no transaction
   */
  public void record(String type, String subject, Map<String, Object> data) {
    write(type, subject, false, data);
  }

  /**
   * As {@link #record}, of several subjects of one type; at most some hundred, for the sake of
   * those who wait for one of them.
   */
  public void recordAll(String type, SortedMap<String, Map<String, Object>> dataBySubject) {
    if (dataBySubject.isEmpty()) {
      return;
    }
    transactions.execute(
        IN_THE_CALLERS,
        status -> {
          new SeveralChanges(status.getConnection(), type).write(written(dataBySubject));
          wakeAfterCommit(status);
          return true;
        });
  }

  private SortedMap<String, SeveralChanges.Written> written(
      SortedMap<String, Map<String, Object>> dataBySubject) throws IOException {
    SortedMap<String, SeveralChanges.Written> written = new TreeMap<>();
    for (var each : dataBySubject.entrySet()) {
      written.put(
          each.getKey(),
          new SeveralChanges.Written(nonce(), json.writeValueAsString(each.getValue()), now()));
    }
    return written;
  }

  private static String nonce() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  /** Tells that a subject is no more. */
  public void recordRemoval(String type, String subject, Map<String, Object> data) {
    write(type, subject, true, data);
  }

  private void write(String type, String subject, boolean removal, Map<String, Object> data) {
    transactions.execute(
        IN_THE_CALLERS,
        status -> {
          Connection connection = status.getConnection();
          lock(connection, type, subject);
          long id = insert(connection, type, subject, removal, data);
          remember(connection, type, subject, id);
          wakeAfterCommit(status);
          return id;
        });
  }

  private static void lock(Connection connection, String type, String subject) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT INTO feed_subject (type, subject, last_change) VALUES (?, ?, 0)"
                + " ON DUPLICATE KEY UPDATE last_change = last_change")) {
      sql.setString(1, type);
      sql.setString(2, subject);
      sql.executeUpdate();
    }
  }

  private long insert(
      Connection connection, String type, String subject, boolean removal, Map<String, Object> data)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT INTO feed_change (nonce, type, subject, removal, data, written_at, replaces)"
                + " VALUES (?, ?, ?, ?, ?, ?, (SELECT NULLIF(last_change, 0) FROM feed_subject"
                + " WHERE type = ? AND subject = ?))",
            Statement.RETURN_GENERATED_KEYS)) {
      sql.setString(1, nonce());
      sql.setString(2, type);
      sql.setString(3, subject);
      sql.setBoolean(4, removal);
      sql.setString(5, json.writeValueAsString(data));
      sql.setTimestamp(6, now());
      sql.setString(7, type);
      sql.setString(8, subject);
      sql.executeUpdate();
      try (ResultSet keys = sql.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remember(Connection connection, String type, String subject, long id)
      throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "UPDATE feed_subject SET last_change = ? WHERE type = ? AND subject = ?")) {
      sql.setLong(1, id);
      sql.setString(2, type);
      sql.setString(3, subject);
      sql.executeUpdate();
    }
  }

  private void wakeAfterCommit(TransactionStatus<Connection> status) {
    status.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.wake();
          }
        });
  }
}
