package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.UuidBytes;

/** Nobody works here, so that the order in which tasks are claimed can be seen. */
@MicronautTest(transactional = false)
class PrioritiesTest extends QueueWorkshop {
  /** Of an article in these tests: its title, and sentences. */
  private static final int TASKS = 4;

  @Inject Priorities priorities;
  @Inject Claims claims;
  @Inject TransactionOperations<Connection> transactions;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = super.settings();
    settings.put("voxpop.translation.working", "false");
    settings.put("voxpop.translation.lease", "60s"); // longer than these tests
    return settings;
  }

  @Test
  void what_many_readers_recommend_and_what_is_newest_comes_first() throws Exception {
    UUID old = publish(html("old", 1));
    UUID loved = publish(html("loved", 1));
    Thread.sleep(2); // newer is what was made in a later millisecond
    UUID newest = publish(html("newest", 1));
    for (UUID article : List.of(old, loved, newest)) desk(article, "es");
    for (UUID article : List.of(old, newest, loved)) ask(article);
    articles.recommend(loved, 40);
    await().until(() -> Priorities.of(loved, 40) == priorities.of(loved));
    List<UUID> order = new ArrayList<>();
    for (int i = 0; i < 3; i++) order.add(claims.claim().orElseThrow().article());
    assertThat(order).containsExactly(loved, newest, old);
  }

  @Test
  void who_claims_locks_what_it_claims_and_nothing_else() {
    queued(2);
    List<UUID> left =
        transactions.executeWrite(
            open -> {
              UUID claimed = claims.claim().orElseThrow().article();
              List<UUID> free = elsewhere(this::unlocked);
              assertThat(free).doesNotContain(claimed);
              return free;
            });
    assertThat(left).hasSize(TASKS);
    assertThat(claims.claim().orElseThrow().article()).isEqualTo(left.getFirst());
  }

  @Test
  void those_who_claim_at_once_take_no_article_apart() throws Exception {
    List<UUID> articles = queued(3);
    List<Claims.Claim> claimed = new ArrayList<>();
    Callable<Optional<Claims.Claim>> claiming = claims::claim;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var claim : threads.invokeAll(Collections.nCopies(6, claiming))) {
        claim.get().ifPresent(claimed::add);
      }
    }
    assertThat(claimed)
        .extracting(Claims.Claim::article)
        .containsExactlyInAnyOrderElementsOf(articles);
    assertThat(claimed).allMatch(claim -> claim.tasks().size() == TASKS);
  }

  private List<UUID> queued(int articles) {
    List<UUID> queued = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      UUID article = publish(html("at " + System.nanoTime() + " number", TASKS - 1));
      desk(article, "es");
      ask(article);
      queued.add(article);
    }
    return queued;
  }

  /** The articles of all tasks that nobody has locked. */
  private List<UUID> unlocked() {
    return transactions.executeWrite(
        open -> {
          List<UUID> articles = new ArrayList<>();
          try (Statement sql = open.getConnection().createStatement();
              ResultSet row =
                  sql.executeQuery(
                      "SELECT article FROM task WHERE lease IS NULL FOR UPDATE SKIP LOCKED")) {
            while (row.next()) articles.add(UuidBytes.uuid(row.getBytes(1)));
          } catch (SQLException e) {
            throw new AssertionError(e);
          }
          return articles;
        });
  }

  private static <T> T elsewhere(Callable<T> work) {
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      return thread.submit(work).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
