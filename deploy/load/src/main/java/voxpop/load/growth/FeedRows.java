package voxpop.load.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * A service's own change feed: each change with the position that follows, its subject, and at the
 * end the feed's head.
 */
final class FeedRows {
  /** Any eight characters: they only make a position of one feed differ from one of another. */
  private static final String NONCE = "growth00";

  private final Connection connection;
  private long id;
  private long position;

  FeedRows(Connection connection) throws SQLException {
    this.connection = connection;
    id = one("SELECT COALESCE(MAX(id), 0) FROM feed_change");
    position = one("SELECT position FROM feed_head WHERE id = 1");
  }

  void add(Rows rows, String type, String subject, String data, Instant at) throws SQLException {
    id++;
    position++;
    rows.add("feed_change", id, position, NONCE, type, subject, false, data, at, null);
    rows.add("feed_subject", type, subject, id);
  }

  void moveHead() throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.executeUpdate("UPDATE feed_head SET position = " + position + " WHERE id = 1");
    }
  }

  /** Where a reader stands who has read all of it. */
  static String end(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery(
                "SELECT CONCAT(position, '.', nonce) FROM feed_change ORDER BY position DESC LIMIT"
                    + " 1")) {
      return row.next() ? row.getString(1) : "0";
    }
  }

  private long one(String query) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
