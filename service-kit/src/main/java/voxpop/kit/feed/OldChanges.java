package voxpop.kit.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What compaction asks of the feed's tables: found without a lock, removed by identifier. */
final class OldChanges {
  /** Rows looked at, and removed at most, in one transaction: locks for some milliseconds. */
  static final int AT_ONCE = 500;

  private static final String GROWN_OLD =
      """
      SELECT c.id, c.written_at, c.position, s.last_change IS NULL OR s.last_change <> c.id AS replaced
      FROM feed_change c LEFT JOIN feed_subject s ON s.type = c.type AND s.subject = c.subject
      WHERE c.written_at <= ? AND (c.written_at > ? OR (c.written_at = ? AND c.id > ?)) AND c.position IS NOT NULL
      ORDER BY c.written_at, c.id LIMIT ?
      """;

  private static final String REPLACED =
      """
      SELECT o.id, o.written_at, c.position, TRUE AS replaced
      FROM feed_change c JOIN feed_change o ON o.id = c.replaces
      WHERE c.position > ? AND c.position <= ? AND o.written_at <= ? AND o.position IS NOT NULL
      ORDER BY c.position LIMIT ?
      """;

  private OldChanges() {}

  /** How far compaction has looked: at all up to a position, and at all that were this old. */
  record Looked(long position, Instant writtenBefore) {}

  /**
   * A change that is old enough to go.
   *
   * @param position where it was found: its own, or that of the one which replaces it
   */
  record Old(long id, Timestamp writtenAt, long position, boolean replaced) {
    static Old before(Looked looked) {
      return new Old(0, Timestamp.from(looked.writtenBefore()), looked.position(), false);
    }
  }

  /** What has grown old since, in the order of writing. */
  static List<Old> grownOld(Connection connection, Old after, Looked until) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(GROWN_OLD)) {
      sql.setTimestamp(1, Timestamp.from(until.writtenBefore()));
      sql.setTimestamp(2, after.writtenAt());
      sql.setTimestamp(3, after.writtenAt());
      sql.setLong(4, after.id());
      sql.setInt(5, AT_ONCE);
      return read(sql);
    }
  }

  /** What was old, and has been replaced since, in the order of replacing. */
  static List<Old> replaced(Connection connection, Old after, Looked until) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(REPLACED)) {
      sql.setLong(1, after.position());
      sql.setLong(2, until.position());
      sql.setTimestamp(3, Timestamp.from(until.writtenBefore()));
      sql.setInt(4, AT_ONCE);
      return read(sql);
    }
  }

  static void remove(Connection connection, List<Old> changes) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement("DELETE FROM feed_change WHERE id = ?")) {
      for (Old change : changes) {
        if (!change.replaced()) {
          continue;
        }
        sql.setLong(1, change.id());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  static Looked looked(Connection connection) throws SQLException {
    try (PreparedStatement sql =
            connection.prepareStatement("SELECT position, written_before FROM feed_compaction");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return new Looked(row.getLong(1), row.getTimestamp(2).toInstant());
    }
  }

  /** As far as it can look now. */
  static Looked head(Connection connection, Instant writtenBefore) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("SELECT position FROM feed_head");
        ResultSet row = sql.executeQuery()) {
      row.next();
      return new Looked(row.getLong(1), writtenBefore);
    }
  }

  static int note(Connection connection, Looked looked) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "UPDATE feed_compaction SET position = ?, written_before = ?")) {
      sql.setLong(1, looked.position());
      sql.setTimestamp(2, Timestamp.from(looked.writtenBefore()));
      return sql.executeUpdate();
    }
  }

  private static List<Old> read(PreparedStatement sql) throws SQLException {
    List<Old> found = new ArrayList<>();
    try (ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        found.add(new Old(row.getLong(1), row.getTimestamp(2), row.getLong(3), row.getBoolean(4)));
      }
    }
    return found;
  }
}
