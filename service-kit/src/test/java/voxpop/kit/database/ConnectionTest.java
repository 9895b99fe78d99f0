package voxpop.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.ServiceTest;
import voxpop.kit.test.TestDatabase;

/** How programs speak with their database: which ones, by the server that the tests are run on. */
@MicronautTest(transactional = false)
class ConnectionTest extends ServiceTest {
  @Inject Tables tables;

  /** On a server that is asked for TLS; the embedded one is started without. */
  @Test
  void a_connection_that_must_be_encrypted_is() {
    assumeThat(TestDatabase.get().isEncrypted()).isTrue();
    assertThat(
            tables.column(
                "SELECT variable_value FROM performance_schema.session_status WHERE variable_name ="
                    + " 'Ssl_cipher'"))
        .allMatch(cipher -> !cipher.isEmpty());
  }

  /** MySQL's own way since 8.0; MariaDB has none of it. */
  @Test
  void a_service_s_user_signs_in_by_caching_sha2_password() throws SQLException {
    Map<String, String> schema = TestDatabase.get().freshSchema();
    String address = schema.get("datasources.default.url");
    try (Connection root =
            DriverManager.getConnection(
                address,
                schema.get("datasources.default.username"),
                schema.get("datasources.default.password"));
        Statement sql = root.createStatement()) {
      assumeThat(root.getMetaData().getDatabaseProductVersion()).doesNotContain("MariaDB");
      assumeThat(TestDatabase.get().isEncrypted()).isTrue();
      sql.execute("DROP USER IF EXISTS voxpop_test_user");
      sql.execute(
          "CREATE USER voxpop_test_user IDENTIFIED WITH caching_sha2_password BY 'Pass-1' REQUIRE"
              + " SSL");
      String name = address.replaceAll(".*/(\\w+)\\?.*", "$1");
      sql.execute("GRANT ALL ON " + name + ".* TO voxpop_test_user");
      try (Connection service = DriverManager.getConnection(address, "voxpop_test_user", "Pass-1");
          ResultSet rows = service.createStatement().executeQuery("SELECT CURRENT_USER()")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).startsWith("voxpop_test_user");
        // replaced as deploy/README.md says: for a while both are good
        sql.execute("ALTER USER voxpop_test_user IDENTIFIED BY 'Pass-2' RETAIN CURRENT PASSWORD");
        DriverManager.getConnection(address, "voxpop_test_user", "Pass-1").close();
        DriverManager.getConnection(address, "voxpop_test_user", "Pass-2").close();
        sql.execute("ALTER USER voxpop_test_user DISCARD OLD PASSWORD");
        assertThatThrownBy(
                () -> DriverManager.getConnection(address, "voxpop_test_user", "Pass-1").close())
            .hasMessageContaining("Access denied");
        DriverManager.getConnection(address, "voxpop_test_user", "Pass-2").close();
      } finally {
        sql.execute("DROP USER voxpop_test_user");
      }
    }
  }
}
