package voxpop.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.annotation.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** Two writers that wait for each other, in a real database. */
@MicronautTest(transactional = false)
class DeadlockTest extends ServiceTest {
  private static final String EARLIER = Ids.next().toString();
  private static final String LATER = Ids.next().toString();

  @Override
  protected Map<String, String> settings() {
    return Map.of("voxpop.test.crossing", "true");
  }

  @Controller("/crossing")
  @Requires(property = "voxpop.test.crossing")
  static class CrossingController {
    private final JdbcOperations database;
    private final CyclicBarrier both = new CyclicBarrier(2);

    CrossingController(JdbcOperations database) {
      this.database = database;
    }

    @Put("/{row}")
    @Transactional
    String make(UUID row) {
      write(
          "INSERT INTO thing (name, version, created_at, id) VALUES ('n', 1, UTC_TIMESTAMP(6), ?)",
          row);
      return "made";
    }

    /** Changes two rows, the second one when somebody else has changed one as well. */
    @Put("/{first}/{second}")
    @Transactional
    String change(UUID first, UUID second) throws Exception {
      write("UPDATE thing SET version = version + 1 WHERE id = ?", first);
      both.await(60, TimeUnit.SECONDS);
      write("UPDATE thing SET version = version + 1 WHERE id = ?", second);
      return "changed";
    }

    private void write(String statement, UUID row) {
      database.prepareStatement(
          statement,
          sql -> {
            sql.setBytes(1, UuidBytes.bytes(row));
            return sql.executeUpdate();
          });
    }
  }

  @Test
  void the_one_whose_write_was_undone_is_told_to_come_again() {
    http.put("/crossing/" + EARLIER, null);
    http.put("/crossing/" + LATER, null);
    List<Http.Answer> answers;
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = writer(writers, EARLIER, LATER);
      var other = writer(writers, LATER, EARLIER);
      answers =
          List.of(one.join(), other.join()).stream()
              .sorted(Comparator.comparingInt(Http.Answer::status))
              .toList();
    }
    assertThat(answers.getFirst().status()).isEqualTo(200);
    Http.Answer undone = answers.getLast();
    assertThat(undone.status()).as(undone.body()).isEqualTo(503);
    assertThat(undone.header("Content-Type")).startsWith("application/problem+json");
    assertThat(undone.header("Retry-After")).isEqualTo("2");
    assertThat(undone.text("type")).isEqualTo("/problems/unavailable");
    assertThat(undone.body()).doesNotContain("eadlock").doesNotContain("SQL");
  }

  private CompletableFuture<Http.Answer> writer(ExecutorService by, String first, String second) {
    return CompletableFuture.supplyAsync(
        () -> http.put("/crossing/" + first + "/" + second, null), by);
  }
}
