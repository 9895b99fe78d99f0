package voxpop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasTest {
  @TempDir static Path folder;
  private static EmbeddedDatabase database;
  private static Schemas schemas;

  @BeforeAll
  static void start() {
    database =
        new EmbeddedDatabase(folder.resolve("mariadb"), 0, "root's", EmbeddedDatabase.FORGETFUL)
            .start();
    schemas = Schemas.embedded(database);
    schemas.provide("voxpop_article", "first");
    schemas.provide("voxpop_comment", "second");
    // `_` in a grant stands for any letter
    schemas.provide("voxpopXcomment", "third");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void each_user_sees_its_own_schema_and_no_other() throws Exception {
    execute("voxpop_article", "first", "CREATE TABLE note (id int)");
    execute("voxpop_comment", "second", "CREATE TABLE note (id int)");
    assertThatThrownBy(
            () -> execute("voxpop_comment", "second", "SELECT * FROM voxpop_article.note"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("denied");
    assertThatThrownBy(() -> execute("voxpop_comment", "second", "USE voxpopXcomment"))
        .hasMessageContaining("denied");
    assertThatThrownBy(() -> execute("voxpop_comment", "second", "CREATE USER somebody"))
        .hasMessageContaining("denied");
  }

  @Test
  void a_second_start_keeps_what_is_there_and_may_change_the_password() throws Exception {
    schemas.provide("voxpop_kept", "before");
    execute("voxpop_kept", "before", "CREATE TABLE site (id int)");
    assertThat(schemas.isFounded("voxpop_kept")).isFalse();
    schemas.provide("voxpop_kept", "after");
    execute("voxpop_kept", "after", "INSERT INTO site VALUES (1)");
    assertThat(schemas.isFounded("voxpop_kept")).isTrue();
    assertThat(schemas.isFounded("voxpop_article")).isFalse();
  }

  @Test
  void an_own_database_is_named_with_or_without_jdbc_and_keeps_its_parameters() {
    var own =
        Schemas.of(
            "jdbc:mysql://db.example:3307/?sslMode=DISABLED&connectionTimeZone=UTC", "me", "x");
    assertThat(own.jdbcUrl("voxpop_article"))
        .startsWith("jdbc:mysql://db.example:3307/voxpop_article?")
        .contains("sslMode=DISABLED")
        .contains("forceConnectionTimeZoneToSession=true")
        .containsOnlyOnce("connectionTimeZone");
    assertThat(Schemas.of("mariadb://10.0.0.5", "me", "x").authority()).isEqualTo("10.0.0.5");
    assertThatThrownBy(() -> Schemas.of("postgres://there", "me", "x"))
        .isInstanceOf(CannotStart.class);
  }

  @Test
  void a_wrong_password_is_told_in_one_sentence() {
    var wrong = Schemas.of(database.jdbcUrl(""), "root", "guess");
    assertThatThrownBy(() -> wrong.provide("voxpop_article", "x"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("as root")
        .hasMessageNotContaining("\n");
  }

  @Test
  void secrets_are_kept_and_only_their_owner_can_read_them() throws Exception {
    Path file = folder.resolve("secrets.properties");
    Secrets first = new Secrets(file);
    String key = first.signingKey();
    String random = first.random("gateway-key");
    assertThat(random).hasSize(43);
    assertThat(first.password("administrator")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Secrets second = new Secrets(file);
    assertThat(second.signingKey()).isEqualTo(key).contains("\"kid\"", "\"d\"", "P-256");
    assertThat(second.random("gateway-key")).isEqualTo(random);
    second.forget("gateway-key");
    assertThat(new Secrets(file).random("gateway-key")).isNotEqualTo(random);
  }

  private static void execute(String user, String password, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl(user), user, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
