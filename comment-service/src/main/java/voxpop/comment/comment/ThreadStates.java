package voxpop.comment.comment;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/**
 * Looks at threads, by one row of keys. Plain JDBC: it is all that is asked for most pages, and a
 * repository takes twice the time for it.
 */
@Singleton
class ThreadStates {
  private static final String LOOK =
      """
      SELECT a.status, f.last_change AS told, n.id IS NOT NULL AS noted
      FROM article a LEFT JOIN feed_subject f ON f.type = 'voxpop.thread' AND f.subject = ?
        LEFT JOIN thread_news n FORCE INDEX (by_article) ON n.article_id = a.id
      WHERE a.id = ? LIMIT 1\
      """;

  private final ConnectionOperations<Connection> connections;

  ThreadStates(ConnectionOperations<Connection> connections) {
    this.connections = connections;
  }

  /** Nothing where the article isn't known. */
  Optional<ThreadState> of(UUID article) {
    return connections.execute(
        ConnectionDefinition.DEFAULT,
        status -> {
          try (PreparedStatement sql = status.getConnection().prepareStatement(LOOK)) {
            sql.setString(1, article.toString());
            sql.setBytes(2, UuidBytes.bytes(article));
            try (ResultSet row = sql.executeQuery()) {
              return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
          } catch (SQLException e) {
            throw new DataAccessException("SQL failed: " + e.getMessage(), e);
          }
        });
  }

  private static ThreadState read(ResultSet row) throws SQLException {
    long told = row.getLong("told");
    return new ThreadState(
        row.getString("status"), row.wasNull() ? null : told, row.getBoolean("noted"));
  }
}
