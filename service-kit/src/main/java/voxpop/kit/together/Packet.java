package voxpop.kit.together;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.kit.database.Binding;

/**
 * Several statements that reach the database in one round trip. The first that fails is the last
 * that is done. Each is of one kind: with rows for an answer, or without.
 */
public final class Packet {
  /** Also what tests of single statements cut at. */
  public static final String BETWEEN = ";\n";

  private final StringBuilder sql = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();
  private final List<@Nullable Each> readers = new ArrayList<>();

  /** Takes a row of an answer. */
  public interface Each {
    void row(ResultSet row) throws SQLException;
  }

  /** Adds a statement that answers with rows. */
  public Packet ask(String statement, List<?> values, Each row) {
    return with(statement, values, row);
  }

  /** Adds a statement that answers with nothing but success. */
  public Packet tell(String statement, List<?> values) {
    return with(statement, values, null);
  }

  private Packet with(String statement, List<?> values, @Nullable Each row) {
    if (!readers.isEmpty()) {
      sql.append(BETWEEN);
    }
    sql.append(statement);
    parameters.addAll(values);
    readers.add(row);
    return this;
  }

  /** Sends all of them and reads the answers. */
  public void send(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      Binding.bind(statement, parameters.toArray());
      boolean rows = statement.execute();
      for (int i = 0; i < readers.size(); i++) {
        Each each = readers.get(i);
        if (rows != (each != null)) {
          throw new SQLException("Statement " + i + " answers otherwise than expected: " + sql);
        }
        if (each != null) {
          try (ResultSet answer = statement.getResultSet()) {
            while (answer.next()) {
              each.row(answer);
            }
          }
        }
        rows = statement.getMoreResults();
      }
    }
  }

  /** {@code group}, as often as there are rows, with {@code between} between them. */
  public static String times(int rows, String group, String between) {
    StringBuilder text = new StringBuilder(rows * (group.length() + between.length()));
    for (int i = 0; i < rows; i++) {
      text.append(i == 0 ? "" : between).append(group);
    }
    return text.toString();
  }
}
