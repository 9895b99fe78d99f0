package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

/** Many at once, on one article: nothing is lost, and nobody queues. */
@MicronautTest(transactional = false)
class HotArticleTest extends DiscussionTest {
  private static final int WRITERS = 12;
  private static final int EACH = 15;

  @Test
  void the_count_is_exact_and_the_feed_tells_it_at_most_once_a_second() throws Exception {
    UUID article = articles.publish();
    String root = post(article, "root").text("id");
    Instant begin = Instant.now();
    List<String> posted = hammer(article, root);
    assertThat(posted).hasSize(WRITERS * EACH).containsOnly("201");

    String total = Integer.toString(1 + WRITERS * EACH);
    assertThat(http.get("/api/comments?article=" + article).text("total")).isEqualTo(total);
    await().untilAsserted(() -> assertThat(events(article).getLast()).isEqualTo(total));
    long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
    assertThat(events(article).size()).isLessThanOrEqualTo((int) seconds + 2);
  }

  /** Signed in, so that what is measured isn't the making of sums. */
  private List<String> hammer(UUID article, String root) throws Exception {
    List<Future<List<String>>> writers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int w = 0; w < WRITERS; w++) {
        Http writer = http.as(TestTokens.of(Role.AUTHOR));
        writers.add(
            threads.submit(
                () -> {
                  List<String> statuses = new ArrayList<>();
                  for (int i = 0; i < EACH; i++) {
                    Map<String, Object> comment =
                        i % 2 == 0
                            ? Map.of("article", article.toString(), "body", "hot " + i)
                            : Map.of(
                                "article", article.toString(), "body", "hot " + i, "parent", root);
                    statuses.add(Integer.toString(writer.post("/api/comments", comment).status()));
                  }
                  return statuses;
                }));
      }
    }
    List<String> all = new ArrayList<>();
    for (Future<List<String>> writer : writers) {
      all.addAll(writer.get());
    }
    return all;
  }

  @Test
  void the_feed_tells_what_everybody_sees_and_nothing_else() {
    UUID article = articles.tell(UUID.randomUUID(), "published", "held", "de");
    String held = post(article, "held").text("id");
    Http moderator = http.as(TestTokens.of(Role.MODERATOR));
    assertThat(events(article)).as("a held comment is no news").isEmpty();
    moderator.put("/api/comments/" + held + "/verdict", Map.of("verdict", "approved"));
    await().untilAsserted(() -> assertThat(events(article)).containsExactly("1"));
    moderator.put("/api/comments/" + held + "/verdict", Map.of("verdict", "spam"));
    await().untilAsserted(() -> assertThat(events(article).getLast()).isEqualTo("0"));
  }

  /** The totals that the feed told of an article, in order. */
  private List<String> events(UUID article) {
    Http reader = http.with("Accept", "application/cloudevents-batch+json");
    List<String> totals = new ArrayList<>();
    String position = "0";
    while (true) {
      Http.Answer batch = reader.get("/changes?timeout=0&lastEventId=" + position);
      assertThat(batch.body()).doesNotContain("Rosa", "rosa@example.org", "reader:");
      List<?> changes = (List<?>) batch.json();
      if (changes.isEmpty()) {
        return totals;
      }
      for (Object change : changes) {
        Map<?, ?> event = (Map<?, ?>) change;
        if (event.get("subject").equals(article.toString())) {
          assertThat(event.get("type")).isEqualTo("voxpop.thread");
          assertThat(((Map<?, ?>) event.get("data")).get("article")).isEqualTo(article.toString());
          totals.add(((Map<?, ?>) event.get("data")).get("total").toString());
        }
        position = event.get("id").toString();
      }
    }
  }
}
