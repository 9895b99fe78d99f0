package voxpop.article;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.jdbc.runtime.PreparedStatementCallback;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.database.Binding;
import voxpop.kit.id.UuidBytes;

/**
 * Plain SQL, for lists that join tables and for writes that are no entity's. Runs in the caller's
 * transaction if there is one.
 */
@Singleton
public class Sql {

  private final JdbcOperations operations;
  private final ConnectionOperations<Connection> connections;

  Sql(JdbcOperations operations, ConnectionOperations<Connection> connections) {
    this.operations = operations;
    this.connections = connections;
  }

  /** Makes a value of one row. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
    return prepared(
        sql,
        statement -> {
          Binding.bind(statement, parameters);
          var found = new ArrayList<T>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) found.add(row.read(rows));
          }
          return found;
        });
  }

  public <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... parameters) {
    return list(sql, row, parameters).stream().findFirst();
  }

  /** How many rows were found (not: changed), which is what this house's connections count. */
  public int update(String sql, @Nullable Object... parameters) {
    return prepared(
        sql,
        statement -> {
          Binding.bind(statement, parameters);
          return statement.executeUpdate();
        });
  }

  /**
   * Does it, and answers what the statement gave to {@code LAST_INSERT_ID}, which comes with the
   * server's answer and costs no query; 0 if it gave nothing.
   */
  public long told(String sql, @Nullable Object... parameters) {
    return connections.execute(
        ConnectionDefinition.DEFAULT,
        status -> {
          try (var statement =
              status.getConnection().prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            Binding.bind(statement, parameters);
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
              return keys.next() ? keys.getLong(1) : 0L;
            }
          } catch (SQLException e) {
            throw new DataAccessException("SQL failed: " + e.getMessage(), e);
          }
        });
  }

  /** On the connection of the transaction that runs, or on one of its own. */
  private <T> T prepared(String sql, PreparedStatementCallback<T> work) {
    return connections.execute(
        ConnectionDefinition.DEFAULT, status -> operations.prepareStatement(sql, work));
  }

  /** As many question marks as there are values, for {@code IN (…)}. */
  public static String marks(Collection<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return UuidBytes.uuid(row.getBytes(column));
  }

  public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
    var bytes = row.getBytes(column);
    return bytes == null ? null : UuidBytes.uuid(bytes);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
