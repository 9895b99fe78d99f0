package voxpop.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** Many writers, rollbacks, and a reader whose connection is killed at random points. */
@MicronautTest(transactional = false)
class FeedTest extends ServiceTest {
  private static final int WRITERS = 8;
  private static final int CHANGES_EACH = 60;
  private static final int SUBJECTS = 5;
  private static final TransactionDefinition NEW =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  @Inject Changes changes;
  @Inject Feed feed;
  @Inject TransactionOperations<Connection> transactions;
  @Inject EffectOfThings effect;

  @Override
  protected Map<String, String> settings() {
    return Map.of("voxpop.test.effects", "true");
  }

  /** Makes a row of each change, and dies now and then: before, between, and after. */
  @Singleton
  @Requires(property = "voxpop.test.effects")
  static class EffectOfThings implements ChangeHandler {
    private final TransactionOperations<Connection> transactions;
    final Random random = new Random(7);
    volatile boolean dies = true;

    EffectOfThings(TransactionOperations<Connection> transactions) {
      this.transactions = transactions;
    }

    @Override
    public String source() {
      return "test-service";
    }

    @Override
    public void apply(Change change) {
      if (!change.type().equals("test.thing")) {
        return;
      }
      Connection connection = transactions.getConnection();
      try (var sql =
          connection.prepareStatement("INSERT INTO effect (subject, version) VALUES (?, ?)")) {
        dieSometimes(connection);
        sql.setString(1, change.subject());
        sql.setInt(2, Integer.parseInt(change.text("version")));
        sql.executeUpdate();
        dieSometimes(connection);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /**
     * What the database sees of a kill -9: the connection is gone, in the middle of a transaction.
     */
    private void dieSometimes(Connection connection) throws SQLException {
      if (dies && random.nextInt(100) == 0) {
        connection.abort(Runnable::run);
        throw new IllegalStateException("killed");
      }
    }
  }

  private void write(String subject, int key, Random random, Map<String, Integer> committed) {
    try {
      transactions.execute(
          NEW,
          status -> {
            Connection connection = status.getConnection();
            try (var sql =
                connection.prepareStatement(
                    "INSERT INTO thing (id, name, version, created_at) VALUES (?, 'x', 1, NOW(6))"
                        + " ON DUPLICATE KEY UPDATE version = version + 1")) {
              sql.setBytes(1, UuidBytes.bytes(new java.util.UUID(0x7000, key)));
              sql.executeUpdate();
            }
            int version;
            try (var sql = connection.prepareStatement("SELECT version FROM thing WHERE id = ?")) {
              sql.setBytes(1, UuidBytes.bytes(new java.util.UUID(0x7000, key)));
              var row = sql.executeQuery();
              row.next();
              version = row.getInt(1);
            }
            changes.record("test.thing", subject, Map.of("version", version));
            Thread.sleep(random.nextInt(3));
            if (random.nextInt(4) == 0) {
              throw new IllegalStateException("rolled back");
            }
            committed.merge(subject, 1, Integer::sum);
            return version;
          });
    } catch (RuntimeException e) {
      // by itself, or by a database that had to let one of two writers go
      if (!String.valueOf(e.getMessage()).contains("rolled back") && !isDeadlock(e)) {
        throw e;
      }
    }
  }

  private static boolean isDeadlock(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransactionRollbackException) return true;
    }
    return false;
  }

  @Test
  void nothing_is_lost_nothing_takes_effect_twice_and_no_two_changes_of_a_subject_swap()
      throws Exception {
    Map<String, Integer> committed = new ConcurrentHashMap<>();
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        Random random = new Random(w);
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < CHANGES_EACH; i++) {
                    int key = random.nextInt(SUBJECTS);
                    write("thing-" + key, key, random, committed);
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    int total = committed.values().stream().mapToInt(Integer::intValue).sum();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> effects().values().stream().mapToInt(List::size).sum() >= total);
    effect.dies = false;

    Map<String, List<Integer>> effects = effects();
    committed.forEach(
        (subject, count) -> {
          List<Integer> expected = new ArrayList<>();
          for (int v = 1; v <= count; v++) {
            expected.add(v);
          }
          assertThat(effects.get(subject)).as(subject).isEqualTo(expected);
        });
  }

  private Map<String, List<Integer>> effects() {
    return transactions.execute(
        NEW,
        status -> {
          Map<String, List<Integer>> found = new HashMap<>();
          try (var rows =
              status
                  .getConnection()
                  .prepareStatement("SELECT subject, version FROM effect ORDER BY id")
                  .executeQuery()) {
            while (rows.next()) {
              found.computeIfAbsent(rows.getString(1), s -> new ArrayList<>()).add(rows.getInt(2));
            }
          }
          return found;
        });
  }

  private void record(String type, String subject) {
    transactions.execute(
        NEW,
        status -> {
          changes.record(type, subject, Map.of("n", 1));
          return subject;
        });
  }

  @Test
  void the_feed_answers_cloud_events_and_goes_on_where_the_reader_was() {
    String from = http.get("/changes?lastEventId=latest").header("Last-Event-Id");
    String subject = Ids.next().toString();
    record("test.other", subject);

    Http.Answer answer = http.get("/changes?lastEventId=" + from);

    assertThat(answer.header("Content-Type")).startsWith("application/cloudevents-batch+json");
    assertThat(answer.text("0/specversion")).isEqualTo("1.0");
    assertThat(answer.text("0/subject")).isEqualTo(subject);
    assertThat(answer.text("0/source")).isEqualTo("/test-service");
    assertThat(answer.text("0/data/n")).isEqualTo("1");
    assertThat(http.get("/changes?lastEventId=" + answer.text("0/id")).json()).isEqualTo(List.of());
  }

  @Test
  void who_waits_is_told_at_once() throws Exception {
    String from = feed.latest();
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Http.Answer> waiting =
          threads.submit(() -> http.get("/changes?timeout=20000&lastEventId=" + from));
      Thread.sleep(50); // let it wait; the claim holds all the same if it came too late
      long before = System.nanoTime();
      record("test.other", "soon");
      assertThat(waiting.get().text("0/subject")).isEqualTo("soon");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void a_position_of_another_feed_is_refused() {
    Http.Answer answer = http.get("/changes?lastEventId=1.deadbeef");

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.text("type")).isEqualTo("/problems/feed-reset");
    assertThat(http.get("/changes?lastEventId=rubbish").status()).isEqualTo(410);
    assertThat(http.get("/changes?timeout=99999").text("violations/0/field")).isEqualTo("timeout");
  }

  @Inject FeedCompaction compaction;

  @Test
  void compaction_keeps_every_subjects_last_change_and_resets_who_had_read_a_removed_one() {
    String from = feed.latest();
    record("test.old", "a");
    String inBetween = feed.latest();
    record("test.old", "b");
    record("test.old", "a");
    String end = feed.latest();

    compaction.compact(java.time.Instant.now().plusSeconds(60));

    assertThat(subjects("test.old")).containsExactly("b", "a");
    assertThat(http.get("/changes?lastEventId=" + inBetween).status()).isEqualTo(410);
    assertThat(http.get("/changes?lastEventId=" + end).status()).isEqualTo(200);
    assertThat(from).isNotEqualTo(end);
  }

  @Test
  void compaction_looks_only_at_what_came_since_it_last_looked() {
    for (int i = 0; i < 1200; i++) record("test.many", "m" + i % 1100);
    Instant later = Instant.now().plusSeconds(60);
    compaction.compact(later);
    assertThat(subjects("test.many")).hasSize(1100).doesNotHaveDuplicates();

    assertThat(compaction.compact(later)).as("nothing came").isZero();
    record("test.many", "m7");
    record("test.many", "new");
    assertThat(compaction.compact(later)).as("one was replaced").isOne();
    assertThat(subjects("test.many")).hasSize(1101).doesNotHaveDuplicates().endsWith("m7", "new");
  }

  @Test
  void what_is_replaced_while_it_is_young_goes_when_it_is_old() {
    compaction.compact(Instant.now().minusSeconds(3600));
    record("test.young", "a");
    record("test.young", "a");
    compaction.compact(Instant.now().minusSeconds(3600));
    assertThat(subjects("test.young")).containsExactly("a", "a");
    compaction.compact(Instant.now().plusSeconds(60));
    assertThat(subjects("test.young")).containsExactly("a");
  }

  private List<String> subjects(String type) {
    List<String> subjects = new ArrayList<>();
    String position = Feed.START;
    Batch batch;
    do {
      batch = feed.read(position, Duration.ZERO);
      batch.changes().stream()
          .filter(change -> change.type().equals(type))
          .map(Change::subject)
          .forEach(subjects::add);
      position = batch.lastEventId();
    } while (!batch.changes().isEmpty());
    return subjects;
  }
}
