package voxpop.translation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL, for what is no entity's. Runs in the caller's transaction. */
@Singleton
public class Rows {
  private final JdbcOperations jdbc;

  Rows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Gives a statement its parameters. */
  public interface Binding {
    void on(PreparedStatement sql) throws SQLException;
  }

  /** Makes a value of one row. */
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** What a query finds, in its order. */
  public <T> List<T> read(String query, Binding binding, Reading<T> reading) {
    return jdbc.prepareStatement(
        query,
        sql -> {
          binding.on(sql);
          List<T> found = new ArrayList<>();
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) found.add(reading.of(row));
          }
          return found;
        });
  }

  /** How many rows a statement wrote. */
  public int write(String statement, Binding binding) {
    return jdbc.prepareStatement(
        statement,
        sql -> {
          binding.on(sql);
          return sql.executeUpdate();
        });
  }

  /** Writes what the binding has added to the batch. */
  public void writeAll(String statement, Binding binding) {
    jdbc.prepareStatement(
        statement,
        sql -> {
          binding.on(sql);
          return sql.executeBatch();
        });
  }
}
