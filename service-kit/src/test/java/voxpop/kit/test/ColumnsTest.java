package voxpop.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule that migrations are held to sees what would break a running release. */
class ColumnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ADD COLUMN more INT NULL                              |
          ADD COLUMN more INT NOT NULL DEFAULT 3                |
          ADD COLUMN more INT NOT NULL                          | t.more is new and has no default
          DROP COLUMN name                                      | t.name is gone
          RENAME COLUMN name TO title                           | t.name is gone
          MODIFY name VARCHAR(20) NULL                          |
          MODIFY name VARCHAR(5) NULL                           | t.name was varchar(10) and is varchar(5)
          MODIFY name VARCHAR(10) NOT NULL                      | t.name takes no null any more
          MODIFY count BIGINT NOT NULL DEFAULT 0                |
          MODIFY count INT NOT NULL                             | t.count has no default any more
          ADD INDEX (name)                                      |
          ADD UNIQUE INDEX twice (name)                         | t.twice refuses rows that were good
          RENAME TO u                                           | t.count is gone
          """)
  void what_the_release_before_can_not_work_with_is_found(String change, String complaint)
      throws Exception {
    Map<String, String> database = TestDatabase.get().freshSchema();
    try (Connection connection =
            DriverManager.getConnection(
                database.get("datasources.default.url"),
                database.get("datasources.default.username"),
                database.get("datasources.default.password"));
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE t (id INT, name VARCHAR(10), count INT NOT NULL DEFAULT 0)");
      Columns before = Columns.of(connection);
      sql.execute("ALTER TABLE t " + change);
      List<String> found = before.brokenBy(Columns.of(connection));
      if (complaint == null) {
        assertThat(found).isEmpty();
      } else {
        assertThat(found).contains(complaint);
      }
    }
  }
}
