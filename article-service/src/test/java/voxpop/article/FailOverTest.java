package voxpop.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voxpop.kit.test.Http;
import voxpop.local.EmbeddedDatabase;
import voxpop.local.Ports;

/** The primary dies, hangs or steps back while people write. */
@MicronautTest(transactional = false)
class FailOverTest extends ArticleServiceTest {
  private static final String SOCKET_TIMEOUT_MS = "1500";

  /**
   * The pool's wait for a connection, or the socket's for an answer, and a slow machine's pause.
   */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(12);

  @TempDir static Path folder;
  private static EmbeddedDatabase database;

  private record Write(int status, String id, Duration took) {}

  @Override
  protected Map<String, String> settings() {
    // as in production: what is committed is on the disk
    database = new EmbeddedDatabase(folder.resolve("data"), Ports.free(), "", List.of()).start();
    sql("CREATE DATABASE fail_over CHARACTER SET utf8mb4");
    sql("CREATE USER writer@'%' IDENTIFIED BY 'writes'");
    sql("GRANT ALL ON fail_over.* TO writer@'%'");
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put(
        "datasources.default.url",
        database
            .jdbcUrl("fail_over")
            .replace("socketTimeout=30000", "socketTimeout=" + SOCKET_TIMEOUT_MS));
    settings.put("datasources.default.username", "writer");
    settings.put("datasources.default.password", "writes");
    return settings;
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void a_primary_that_is_killed_under_load_loses_nothing_that_was_acknowledged() throws Exception {
    List<Write> writes =
        underLoad(
            () -> {
              signal("KILL");
              await()
                  .dontCatchUncaughtExceptions()
                  .atMost(Duration.ofSeconds(10))
                  .until(() -> !database.isAlive());
              database.close();
              database.start();
            });
    assertCleanAndKept(writes);
  }

  @Test
  void a_primary_that_hangs_is_given_up() throws Exception {
    List<Write> writes =
        underLoad(
            () -> {
              signal("STOP");
              // longer than the socket's patience
              Thread.sleep(4 * Long.parseLong(SOCKET_TIMEOUT_MS));
              signal("CONT");
            });
    assertCleanAndKept(writes);
  }

  @Test
  void a_primary_that_only_reads_refuses_writes_and_is_left() throws Exception {
    List<Long> before = connections();
    List<Write> writes =
        underLoad(
            () -> {
              sql("SET GLOBAL read_only = 1");
              try {
                await()
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> connections().stream().noneMatch(before::contains));
                assertThat(http.get("/api/articles?language=de").status()).isEqualTo(200);
              } finally {
                sql("SET GLOBAL read_only = 0");
              }
            });
    assertCleanAndKept(writes);
  }

  private interface Fault {
    void happen() throws Exception;
  }

  /** Four writers who stop when writing works again after the fault. */
  private List<Write> underLoad(Fault fault) throws Exception {
    Http writer = anna();
    Queue<Write> done = new ConcurrentLinkedQueue<>();
    AtomicBoolean enough = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!enough.get()) {
                      done.add(write(writer));
                    }
                  }));
    }
    try {
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(30))
          .until(() -> done.size() > 12);
      fault.happen();
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> write(writer).status() == 201);
    } finally {
      enough.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    return List.copyOf(done);
  }

  private static Write write(Http writer) {
    long start = System.nanoTime();
    Http.Answer answer = writer.post("/api/articles", draft("de", "Titel", "Text."));
    return new Write(
        answer.status(),
        answer.status() == 201 ? answer.text("id") : "",
        Duration.ofNanos(System.nanoTime() - start));
  }

  private void assertCleanAndKept(List<Write> writes) {
    assertThat(writes).extracting(Write::status).containsOnly(201, 503);
    assertThat(writes).allMatch(write -> write.took().compareTo(ANSWERED_WITHIN) < 0);
    Http writer = anna();
    assertThat(writes)
        .filteredOn(write -> write.status() == 201)
        .isNotEmpty()
        .allSatisfy(
            write -> assertThat(writer.get("/api/articles/" + write.id()).status()).isEqualTo(200));
  }

  private static List<Long> connections() throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = root();
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery("SELECT id FROM information_schema.processlist WHERE user='writer'")) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  private static void sql(String statement) {
    try (Connection connection = root();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection root() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(""), "root", database.password());
  }

  private static void signal(String name) throws IOException, InterruptedException {
    String pid = Files.readString(folder.resolve("data/mariadbd.pid")).strip();
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
  }
}
