package voxpop.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A service's database as the release before left it, with its data: {@code release-….sql} among
 * the test's resources. After a release, put a new one in its place (deploy/README.md says how).
 */
public final class Release {
  private static final String BEFORE = "/release-1.0.sql";

  private Release() {}

  /** The settings of a service that finds such a database. */
  public static Map<String, String> before() {
    return TestDatabase.get().restored(BEFORE);
  }

  /**
   * Applies what came since, one migration after the other, and tells what the release before could
   * not work with: pods of both run beside each other during an upgrade, and the way back is to
   * start the one before again.
   */
  public static List<String> brokenBySince() {
    Map<String, String> database = before();
    String url = database.get("datasources.default.url");
    List<String> broken = new ArrayList<>();
    try (Connection connection =
        DriverManager.getConnection(
            url,
            database.get("datasources.default.username"),
            database.get("datasources.default.password"))) {
      Columns known = Columns.of(connection);
      for (MigrationInfo next : flyway(database, null).info().pending()) {
        flyway(database, next.getVersion().getVersion()).migrate();
        Columns now = Columns.of(connection);
        for (String complaint : known.brokenBy(now)) {
          broken.add(next.getScript() + ": " + complaint);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return broken;
  }

  private static Flyway flyway(Map<String, String> database, String target) {
    var configuration =
        Flyway.configure()
            .dataSource(
                database.get("datasources.default.url"),
                database.get("datasources.default.username"),
                database.get("datasources.default.password"))
            .locations("classpath:db/kit", "classpath:db/migration")
            .outOfOrder(true);
    return (target == null ? configuration : configuration.target(target)).load();
  }
}
