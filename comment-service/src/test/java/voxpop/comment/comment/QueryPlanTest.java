package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.kit.id.Ids;

/** Whatever the size of a thread, a stretch of it costs as many rows as it shows. */
@MicronautTest(transactional = false)
class QueryPlanTest extends DiscussionTest {
  private static final long SEED = 99;
  private static final int COMMENTS = 4_000;
  private static final int LIMIT = 20;

  /** The look beyond the end of a range, and the first one into it. */
  private static final long SLACK = 4;

  private final UUID article = UUID.randomUUID();
  private final List<Comment> all = new ArrayList<>();

  @Inject ThreadRepository threads;
  @Inject CommentRepository comments;
  @Inject TallyRepository tallies;
  @Inject TransactionOperations<Connection> transactions;

  /** One article with a long thread, most of it shown, a few in English, and others beside it. */
  @BeforeAll
  void grow() {
    Random random = new Random(SEED);
    transactions.executeWrite(
        status -> {
          for (int i = 0; i < COMMENTS; i++) {
            UUID id = Ids.next();
            boolean reply = i > 10 && random.nextBoolean();
            ThreadPath place =
                reply ? all.get(random.nextInt(all.size())).place().reply(id) : ThreadPath.root(id);
            boolean shown = random.nextInt(4) > 0;
            all.add(
                comments.save(
                    comment(
                        id,
                        i % 10 == 0 ? UUID.randomUUID() : article,
                        place,
                        shown,
                        i % 50 == 1 ? "en" : "de")));
          }
          return null;
        });
    run("ANALYZE TABLE comment");
  }

  private static Comment comment(
      UUID id, UUID article, ThreadPath place, boolean shown, String language) {
    CommentStatus status = shown ? CommentStatus.PUBLISHED : CommentStatus.HELD;
    String writer = "reader:" + (id.hashCode() & 63);
    return new Comment(
        id,
        article,
        null,
        place.root(),
        place.bytes(),
        writer,
        null,
        "n",
        "b",
        "h",
        language,
        Instant.now(),
        status,
        null,
        shown,
        false);
  }

  @Test
  void a_stretch_in_any_order_reads_what_it_shows() {
    Comment middle = all.get(COMMENTS / 2 + 1);
    byte[] path = middle.path();
    UUID root = middle.rootId();
    assertReads(LIMIT, () -> threads.oldest(article, new byte[0], LIMIT));
    assertReads(LIMIT, () -> threads.oldest(article, path, LIMIT));
    assertReads(LIMIT, () -> threads.newest(article, new UUID(-1, -1), new byte[0], LIMIT));
    assertReads(LIMIT, () -> threads.newest(article, root, path, LIMIT));
    assertReads(LIMIT, () -> threads.oldestIn("en", article, new byte[0], LIMIT));
    assertReads(LIMIT, () -> threads.oldestIn("en", article, path, LIMIT));
    assertReads(LIMIT, () -> threads.newestIn("en", article, new UUID(-1, -1), new byte[0], LIMIT));
    assertReads(LIMIT, () -> threads.newestIn("en", article, root, path, LIMIT));
    assertReads(LIMIT, () -> threads.queueOldest(CommentStatus.HELD, middle.id(), LIMIT));
    assertReads(LIMIT, () -> threads.queueNewest(CommentStatus.HELD, middle.id(), LIMIT));
  }

  @Test
  void what_one_reader_waits_for_is_found_by_key() {
    assertReads(100, () -> threads.heldOf("reader:7", article, 100));
  }

  @Test
  void whether_something_hangs_below_a_place_is_one_look() {
    assertReads(
        1,
        () ->
            List.of(
                comments.hasShownBelow(
                    article, all.getFirst().path(), all.getFirst().place().end())));
  }

  @Test
  void a_count_is_not_taken_by_scanning() {
    for (int slot = 0; slot < 3; slot++) {
      tallies.add("some article", slot, 5);
      tallies.add("other article " + slot, slot, 5);
    }
    assertReads(3, () -> List.of(tallies.total("some article")));
  }

  /**
   * Rows that the database touched for it, by its own count: read through an index, scanned, or
   * sorted.
   */
  private void assertReads(int rows, Supplier<List<?>> query) {
    transactions.executeRead(
        status -> {
          Connection connection = status.getConnection();
          long first = rowsTouched(connection);
          long before = rowsTouched(connection);
          List<?> found = query.get();
          long after = rowsTouched(connection);
          long askingItself = before - first;
          assertThat(found).isNotEmpty();
          assertThat(after - before - askingItself)
              .as("rows touched to find %s", found.size())
              .isLessThanOrEqualTo(rows + SLACK);
          return null;
        });
  }

  private static long rowsTouched(Connection connection) {
    String sql =
        "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler_read%' OR Variable_name ="
            + " 'Sort_rows'";
    try (Statement statement = connection.createStatement();
        ResultSet counters = statement.executeQuery(sql)) {
      long sum = 0;
      while (counters.next()) {
        sum += counters.getLong(2);
      }
      return sum;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String statement) {
    transactions.executeWrite(
        status -> {
          try (Statement sql = status.getConnection().createStatement()) {
            return sql.execute(statement);
          }
        });
  }
}
