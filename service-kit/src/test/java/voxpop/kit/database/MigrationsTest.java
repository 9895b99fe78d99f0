package voxpop.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.ServiceTest;
import voxpop.kit.test.TestDatabase;
import voxpop.local.Ports;

/** Releases that come, fail and are taken back, on one database and beside each other. */
@MicronautTest(transactional = false)
class MigrationsTest extends ServiceTest {
  private static final String OLD = "classpath:db/kit,classpath:db/kit-test";

  @Inject DataSource database;

  private EmbeddedServer instance(Map<String, String> schema, String locations) {
    Map<String, Object> settings = new HashMap<>(getProperties());
    settings.putAll(schema);
    settings.put("flyway.datasources.default.locations", List.of(locations.split(",")));
    settings.put("endpoints.all.port", "" + Ports.free());
    return ApplicationContext.run(EmbeddedServer.class, settings);
  }

  private static List<String> history(EmbeddedServer of) {
    return of.getApplicationContext()
        .getBean(Tables.class)
        .column("SELECT CONCAT(version, ' ', success) FROM flyway_schema_history");
  }

  @Test
  void several_instances_that_start_together_migrate_once() throws Exception {
    Map<String, String> schema = TestDatabase.get().freshSchema();
    Callable<EmbeddedServer> start = () -> instance(schema, OLD);
    try (var pods = Executors.newFixedThreadPool(3)) {
      for (var started : pods.invokeAll(Collections.nCopies(3, start))) {
        try (EmbeddedServer pod = started.get()) {
          assertThat(history(pod)).doesNotHaveDuplicates().contains("1 1", "2 1", "100 1");
        }
      }
    }
  }

  @Test
  void a_migration_that_fails_leaves_the_old_release_serving_and_starting_and_can_be_mended() {
    Map<String, String> schema = TestDatabase.get().freshSchema();
    try (EmbeddedServer old = instance(schema, OLD)) {
      Tables tables = old.getApplicationContext().getBean(Tables.class);
      assertThatThrownBy(() -> instance(schema, OLD + ",classpath:db/broken"))
          .rootCause()
          .hasMessageContaining("no_such_column");
      tables.write();
      assertThat(tables.column("SELECT COUNT(*) FROM thing")).containsExactly("1");
      assertThat(history(old)).contains("99 1").doesNotContain("200 0");
      try (EmbeddedServer again = instance(schema, OLD)) {
        again.getApplicationContext().getBean(Tables.class).write();
      }
      try (EmbeddedServer mended = instance(schema, OLD + ",classpath:db/mended")) {
        assertThat(history(mended)).contains("99 1", "200 1");
        assertThat(
                mended
                    .getApplicationContext()
                    .getBean(Tables.class)
                    .column("SELECT COALESCE(size, 0) FROM thing"))
            .hasSize(2);
      }
    }
  }

  @Test
  void a_release_that_is_taken_back_starts_on_what_the_newer_one_left() {
    Map<String, String> schema = TestDatabase.get().freshSchema();
    instance(schema, OLD).close();
    instance(schema, OLD + ",classpath:db/mended").close();
    try (EmbeddedServer back = instance(schema, OLD)) {
      Tables tables = back.getApplicationContext().getBean(Tables.class);
      tables.write();
      assertThat(tables.column("SELECT COUNT(*) FROM thing")).containsExactly("1");
    }
  }

  @Test
  void migrations_wait_longer_than_readers_do() throws Exception {
    DataSource pool = DelegatingDataSource.unwrapDataSource(database);
    try (Connection migration = new PatientConnections(pool).getConnection()) {
      assertThat(migration.getNetworkTimeout()).isZero();
    }
    // what the pool gives out afterwards is as before
    try (Connection reader = pool.getConnection()) {
      assertThat(reader.getNetworkTimeout()).isEqualTo(patience(reader));
    }
  }

  /** What the address says, in milliseconds; on a server named from outside it may say nothing. */
  private static int patience(Connection connection) throws SQLException {
    Matcher named =
        Pattern.compile("socketTimeout=(\\d+)").matcher(connection.getMetaData().getURL());
    return named.find() ? Integer.parseInt(named.group(1)) : 0;
  }
}
