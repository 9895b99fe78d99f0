package voxpop.load.growth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows for several tables of one schema, sent together: the driver makes of each table's rows
 * insertions of many at once.
 */
final class Rows implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
  private long count;

  Rows(Connection connection) {
    this.connection = connection;
  }

  /** A whole row, in the order of the table's columns. */
  void add(String table, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(table);
    if (statement == null) {
      statement =
          connection.prepareStatement(
              "INSERT INTO %s VALUES (%s)"
                  .formatted(table, String.join(",", Collections.nCopies(values.length, "?"))));
      statements.put(table, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1,
          switch (values[i]) {
            case UUID id -> Ids.bytes(id);
            case Instant instant -> Timestamp.from(instant);
            case null -> null;
            case Object other -> other;
          });
    }
    statement.addBatch();
    count++;
  }

  void send() throws SQLException {
    for (PreparedStatement statement : List.copyOf(statements.values())) {
      statement.executeBatch();
    }
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) statement.close();
  }
}
