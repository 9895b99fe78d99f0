package voxpop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void data_outlives_a_restart_and_every_letter_is_kept() throws Exception {
    try (var database = database().start();
        var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA kept");
      statement.execute("CREATE TABLE kept.word (text varchar(20))");
      statement.execute("INSERT INTO kept.word VALUES ('Äpfel 🍏 ığdır')");
    }
    try (var database = database().start()) {
      assertThat(one(database, "SELECT text FROM kept.word")).isEqualTo("Äpfel 🍏 ığdır");
      assertThat(one(database, "SELECT @@version")).startsWith("11.4.");
      assertThat(one(database, "SELECT @@session.time_zone")).isIn("+00:00", "UTC");
      assertThat(one(database, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    }
  }

  @Test
  void a_server_left_behind_by_a_killed_starter_is_replaced() throws Exception {
    Process starter =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                folder.resolve("mariadb").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle left =
        ProcessHandle.of(Long.parseLong(starter.inputReader().readLine())).orElseThrow();
    starter.destroyForcibly().waitFor();
    assertThat(left.isAlive()).isTrue();
    try (var database = database().start()) {
      assertThat(left.isAlive()).isFalse();
      assertThat(one(database, "SHOW SCHEMAS LIKE 'committed'")).isEqualTo("committed");
    }
  }

  /** Starts a server, commits, says its process id, and waits to be killed. */
  static final class Starter {
    public static void main(String[] args) throws Exception {
      Path data = Path.of(args[0]);
      try (var database = new EmbeddedDatabase(data, 0, "it's secret", List.of()).start();
          var connection = connect(database);
          var statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA committed");
        System.out.println(Files.readString(data.resolve("mariadbd.pid")).strip());
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void two_cannot_use_one_folder() {
    try (var first = database().start()) {
      assertThat(first.isAlive()).isTrue();
      assertThatThrownBy(() -> database().start())
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another process already uses");
    }
  }

  @Test
  void it_listens_on_the_loopback_address_only_and_asks_for_the_password() {
    try (var database = database().start()) {
      assertThat(one(database, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), "root", "guess"))
          .hasMessageContaining("Access denied");
      assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), "root", ""))
          .hasMessageContaining("Access denied");
    }
  }

  @Test
  void another_processor_is_told_in_one_sentence() {
    assertThatThrownBy(() -> DatabaseProgram.refuseOtherMachines("Linux", "aarch64"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("aarch64")
        .hasMessageContaining("--database");
  }

  private EmbeddedDatabase database() {
    return new EmbeddedDatabase(folder.resolve("mariadb"), 0, "it's secret", List.of());
  }

  private static Connection connect(EmbeddedDatabase database) throws Exception {
    return DriverManager.getConnection(database.jdbcUrl(""), database.user(), database.password());
  }

  private static String one(EmbeddedDatabase database, String query) {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
