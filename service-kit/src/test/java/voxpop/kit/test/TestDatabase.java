package voxpop.kit.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import voxpop.local.EmbeddedDatabase;

/**
 * A real database server for the tests of one JVM: an embedded MariaDB, or any MySQL or MariaDB
 * named by the system property {@code voxpop.test.database} (a JDBC address without schema, of a
 * user with all rights: {@code voxpop.test.database.user}, {@code .password}).
 */
public final class TestDatabase {
  /** As the manifests have them. */
  private static final String SETTINGS =
      "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
          + "&rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSize=250"
          + "&prepStmtCacheSqlLimit=4096&useLocalSessionState=true&cacheServerConfiguration=true"
          + "&elideSetAutoCommits=true";

  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static TestDatabase only;

  private final EmbeddedDatabase embedded;

  private TestDatabase(EmbeddedDatabase embedded) {
    this.embedded = embedded;
  }

  /** The server, started at the first call. */
  public static synchronized TestDatabase get() {
    if (only == null) {
      only =
          System.getProperty("voxpop.test.database") == null ? started() : new TestDatabase(null);
    }
    return only;
  }

  private static TestDatabase started() {
    try {
      Path data = Files.createTempDirectory("voxpop-test-database");
      EmbeddedDatabase database =
          new EmbeddedDatabase(data.resolve("data"), 0, "", EmbeddedDatabase.FORGETFUL).start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    database.close();
                    Folders.remove(data);
                  }));
      return new TestDatabase(database);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Makes an empty schema and answers the settings of a service that uses it. */
  public Map<String, String> freshSchema() {
    String schema = "test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url(""), user(), password());
        Statement sql = connection.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + schema);
      sql.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "datasources.default.url", url(schema),
        "datasources.default.username", user(),
        "datasources.default.password", password());
  }

  /** As {@link #freshSchema}, with the tables and rows of a dump on the class path. */
  public Map<String, String> restored(String dump) {
    Map<String, String> settings = freshSchema();
    try (var in = TestDatabase.class.getResourceAsStream(dump);
        Connection connection =
            DriverManager.getConnection(
                settings.get("datasources.default.url"), user(), password());
        Statement sql = connection.createStatement()) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      // a line's end within a value is written as \n
      for (String statement : text.split(";\n")) {
        if (!statement.isBlank()) {
          sql.execute(statement);
        }
      }
    } catch (SQLException | java.io.IOException e) {
      throw new IllegalStateException(dump, e);
    }
    return settings;
  }

  /** Whether the address asks for TLS. */
  public boolean isEncrypted() {
    return url("").matches(".*sslMode=(REQUIRED|VERIFY).*");
  }

  private String url(String schema) {
    if (embedded != null) {
      return embedded.jdbcUrl(schema);
    }
    String url = System.getProperty("voxpop.test.database");
    int query = url.indexOf('?');
    return query < 0
        ? url + schema + "?" + SETTINGS
        : url.substring(0, query) + schema + url.substring(query) + "&" + SETTINGS;
  }

  private String user() {
    return embedded == null ? System.getProperty("voxpop.test.database.user", "root") : "root";
  }

  private String password() {
    return embedded == null
        ? System.getProperty("voxpop.test.database.password", "root")
        : embedded.password();
  }
}
