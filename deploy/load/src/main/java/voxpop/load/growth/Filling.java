package voxpop.load.growth;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import voxpop.local.EmbeddedDatabase;

/** One schema: from where it was left off to the number that is wanted. */
final class Filling {
  /** Articles in one transaction: what is lost of a run that is broken off. */
  private static final int AT_ONCE = 500;

  private static final int TOLD_EACH = 50_000;

  private final EmbeddedDatabase database;
  private final Shelf shelf;

  Filling(EmbeddedDatabase database, Shelf shelf) {
    this.database = database;
    this.shelf = shelf;
  }

  void upTo(int wanted) {
    long began = System.nanoTime();
    long rowsSent = 0;
    try (Connection connection = open()) {
      int there = there(connection);
      for (int from = there; from < wanted; from += AT_ONCE) {
        try (Rows rows = new Rows(connection)) {
          FeedRows feed = new FeedRows(connection);
          if (from == 0) shelf.begin(rows);
          for (int n = from; n < Math.min(from + AT_ONCE, wanted); n++) {
            shelf.put(rows, feed, Written.of(n), wanted);
          }
          rows.send();
          feed.moveHead();
          connection.commit();
          rowsSent += rows.count();
        }
        if ((from + AT_ONCE) % TOLD_EACH == 0) tell(from + AT_ONCE, rowsSent, began);
      }
      tell(wanted, rowsSent, began);
    } catch (SQLException e) {
      throw new IllegalStateException(shelf.schema(), e);
    }
  }

  /** These readers have read feeds to their ends: what is in them is here already. */
  void read(Map<String, String> readers) throws SQLException {
    try (Connection connection = open();
        var sql =
            connection.prepareStatement(
                "INSERT INTO feed_reader (name, event_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE"
                    + " event_id = VALUES(event_id)")) {
      for (var reader : readers.entrySet()) {
        sql.setString(1, reader.getKey());
        sql.setString(2, reader.getValue());
        sql.executeUpdate();
      }
      connection.commit();
    }
  }

  String feedEnd() throws SQLException {
    try (Connection connection = open()) {
      return FeedRows.end(connection);
    }
  }

  /** What the database knows of its tables decides how it goes about a query. */
  void analyse(List<String> tables) throws SQLException {
    try (Connection connection = open();
        Statement sql = connection.createStatement()) {
      sql.execute("ANALYZE TABLE " + String.join(", ", tables));
    }
  }

  List<String> tables() throws SQLException {
    List<String> tables = new java.util.ArrayList<>();
    try (Connection connection = open();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SHOW TABLES")) {
      while (row.next()) tables.add(row.getString(1));
    }
    return tables;
  }

  private Connection open() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.jdbcUrl(shelf.schema()), database.user(), database.password());
    connection.setAutoCommit(false);
    // a large transaction may wait longer for the disk than any reader would
    connection.setNetworkTimeout(Runnable::run, 0);
    return connection;
  }

  private int there(Connection connection) throws SQLException {
    String[] key = shelf.key().split("\\.", 2);
    try (var sql =
        connection.prepareStatement(
            "SELECT %2$s FROM %1$s WHERE %2$s < ? ORDER BY %2$s DESC LIMIT 1"
                .formatted(key[0], key[1]))) {
      sql.setBytes(1, Ids.bytes(Ids.END));
      try (ResultSet row = sql.executeQuery()) {
        if (!row.next()) return 0;
        var bytes = java.nio.ByteBuffer.wrap(row.getBytes(1));
        return Ids.number(new java.util.UUID(bytes.getLong(), bytes.getLong())) + 1;
      }
    }
  }

  private void tell(int articles, long rows, long began) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%-20s %,9d articles, %,11d rows in %,.0f s (%,.0f a second)%n",
        shelf.schema(), articles, rows, seconds, rows / Math.max(seconds, 1e-3));
  }
}
