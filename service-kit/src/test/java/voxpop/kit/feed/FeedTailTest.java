package voxpop.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class FeedTailTest extends ServiceTest {
  private static final String TYPE = "test.kept";

  @Inject FeedTail tail;
  @Inject Feed feed;
  @Inject Changes changes;
  @Inject TransactionOperations<Connection> transactions;

  private void change(String... subjects) {
    transactions.executeWrite(
        status -> {
          for (String subject : subjects) changes.record(TYPE, subject, Map.of());
          return true;
        });
  }

  private List<FeedTail.Row> look() {
    long known = tail.known();
    return transactions.executeRead(
        status -> {
          try (var sql = status.getConnection().prepareStatement(FeedTail.ROWS)) {
            sql.setLong(1, known);
            try (var row = sql.executeQuery()) {
              var rows = new ArrayList<FeedTail.Row>();
              while (row.next())
                rows.add(new FeedTail.Row(row.getString(1), row.getString(2), row.getLong(3)));
              return rows;
            }
          }
        });
  }

  private boolean isAsOf(long since, String subject) {
    return tail.isAsOf(since, Set.of(FeedTail.subject(TYPE, subject)), look());
  }

  @Test
  void what_has_changed_is_so_from_its_commit_on_and_nothing_else_is() {
    long before = tail.known();
    assertThat(isAsOf(before, "a")).isTrue();
    change("a");
    assertThat(isAsOf(before, "a")).as("as yet without a position").isFalse();
    assertThat(isAsOf(before, "b")).isTrue();
    feed.latest();
    assertThat(isAsOf(before, "b")).isTrue();
    assertThat(isAsOf(before, "a")).as("with its position").isFalse();
    assertThat(look()).as("is taken in once").isEmpty();
    assertThat(isAsOf(before, "a")).as("heard of earlier").isFalse();
    assertThat(tail.isAsOf(before, Set.of(TYPE), look())).as("its type").isFalse();
    assertThat(isAsOf(tail.known(), "a")).as("read since").isTrue();
  }

  @Test
  void what_is_rolled_back_is_no_change() {
    long before = tail.known();
    transactions.executeWrite(
        status -> {
          changes.record(TYPE, "rolled-back", Map.of());
          status.setRollbackOnly();
          return true;
        });
    assertThat(isAsOf(before, "rolled-back")).isTrue();
  }

  @Test
  void who_may_have_missed_something_takes_nothing_for_unchanged() {
    long before = tail.known();
    change(
        IntStream.rangeClosed(0, FeedTail.MOST).mapToObj(i -> "many-" + i).toArray(String[]::new));
    assertThat(isAsOf(before, "quiet")).isFalse();
    feed.latest();
    assertThat(isAsOf(before, "quiet")).isFalse();
    assertThat(isAsOf(before, "quiet")).as("when the rest was taken in").isTrue();
    assertThat(isAsOf(before, "many-" + FeedTail.MOST)).isFalse();
  }
}
