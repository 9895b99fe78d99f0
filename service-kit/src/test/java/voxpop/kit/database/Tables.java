package voxpop.kit.database;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;

/** What a release does with its tables. */
@Singleton
@Requires(property = "voxpop.test.keys")
class Tables {
  private final JdbcOperations database;

  Tables(JdbcOperations database) {
    this.database = database;
  }

  @Transactional
  List<String> column(String query) {
    return database.prepareStatement(
        query,
        statement -> {
          List<String> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(rows.getString(1));
            }
          }
          return found;
        });
  }

  @Transactional
  void write() {
    database.prepareStatement(
        "INSERT INTO thing (id, name, version, created_at) VALUES (?, 'n', 1, UTC_TIMESTAMP(6))",
        statement -> {
          statement.setBytes(1, UuidBytes.bytes(Ids.next()));
          return statement.executeUpdate();
        });
  }
}
