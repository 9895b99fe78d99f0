package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

/**
 * A thread that is kept is as true as one that is read anew. Nothing here tells the memory of a
 * change but the database, so it is the same which instance made it.
 */
@MicronautTest(transactional = false)
class KeptThreadsTest extends DiscussionTest {
  private static final int WRITTEN = 40;
  private static final int READERS = 4;

  @Inject TransactionOperations<Connection> transactions;

  private Http.Answer thread(UUID article) {
    return http.get("/api/comments?article=" + article);
  }

  private Map<String, Object> typed(UUID article, int number) {
    return Map.of("article", article.toString(), "body", "said " + number);
  }

  @Test
  void it_has_each_change_at_once() {
    UUID article = articles.publish();
    Http writer = http.as(TestTokens.of(Role.AUTHOR));
    Http moderator = http.as(TestTokens.of(Role.MODERATOR));
    assertThat(ids(thread(article))).isEmpty();
    String first = writer.post("/api/comments", typed(article, 1)).text("id");
    assertThat(ids(thread(article))).containsExactly(first);
    String second = writer.post("/api/comments", typed(article, 2)).text("id");
    assertThat(ids(thread(article))).containsExactly(first, second);
    assertThat(thread(article).text("total")).isEqualTo("2");

    writer.put("/api/comments/" + first + "/language", Map.of("language", "fr"));
    assertThat(thread(article).text("items/0/language")).isEqualTo("fr");

    moderator.put("/api/comments/" + first + "/verdict", Map.of("verdict", "spam"));
    assertThat(ids(thread(article))).containsExactly(second);
    moderator.put("/api/comments/" + first + "/verdict", Map.of("verdict", "approved"));
    assertThat(ids(thread(article))).containsExactly(first, second);

    writer.delete("/api/comments/" + second);
    assertThat(ids(thread(article))).containsExactly(first);
    articles.tell(article, "withdrawn", "open", "de");
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(thread(article).status()).isEqualTo(410));
  }

  @Test
  void a_reader_s_own_held_comment_is_in_nobody_else_s() {
    UUID article = articles.tell(UUID.randomUUID(), "published", "held", "de");
    assertThat(ids(thread(article))).isEmpty();
    Http rosa = http.reader("rosa");
    String held = post(rosa, comment(article, "held")).text("id");
    assertThat(ids(rosa.get("/api/comments?article=" + article))).containsExactly(held);
    assertThat(ids(thread(article))).isEmpty();
    assertThat(ids(http.reader("other").get("/api/comments?article=" + article))).isEmpty();
  }

  /** The notes are told of, and go, all the while. */
  @Test
  void nobody_gets_less_than_what_was_committed_when_they_asked() throws Exception {
    UUID article = articles.publish();
    Http writer = http.as(TestTokens.of(Role.AUTHOR));
    AtomicInteger committed = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> readers = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        readers.add(
            threads.submit(
                () -> {
                  List<String> old = new ArrayList<>();
                  while (ended.get() == 0) {
                    int least = committed.get();
                    int shown = ids(thread(article)).size();
                    if (shown < least) {
                      old.add(shown + " instead of " + least);
                    }
                  }
                  return old;
                }));
      }
      for (int i = 1; i <= WRITTEN; i++) {
        assertThat(writer.post("/api/comments", typed(article, i)).status()).isEqualTo(201);
        committed.set(i);
      }
      ended.set(1);
      for (Future<List<String>> reader : readers) {
        assertThat(reader.get()).isEmpty();
      }
    }
  }

  @Test
  void nothing_is_left_in_it_of_an_article_that_is_no_more() {
    UUID article = articles.publish();
    Http writer = http.as(TestTokens.of(Role.AUTHOR));
    writer.post("/api/comments", typed(article, 1));
    assertThat(ids(thread(article))).hasSize(1);
    articles.remove(article);
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(thread(article).status()).isEqualTo(404));
    // as when the feed is read again from its start
    articles.tell(article, "published", "open", "de");
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(thread(article).status()).isEqualTo(200));
    assertThat(ids(thread(article))).isEmpty();
    assertThat(thread(article).text("total")).isEqualTo("0");
  }
}
