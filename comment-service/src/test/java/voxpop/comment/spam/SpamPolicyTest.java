package voxpop.comment.spam;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class SpamPolicyTest extends DiscussionTest {
  private static final int LIMIT = 5;

  private final UUID article = articles.publish();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = super.settings();
    settings.put("voxpop.comments.per-network", Integer.toString(LIMIT));
    settings.put("voxpop.comments.per-reader", Integer.toString(LIMIT));
    return settings;
  }

  @Test
  void a_network_has_to_wait_after_so_many_in_a_minute() {
    assertWaits(http.with("Voxpop-Network", "busy"));
    assertThat(attempt(http.with("Voxpop-Network", "quiet")).status()).isEqualTo(400);
  }

  @Test
  void a_reader_has_to_wait_whatever_network_they_come_from() {
    assertWaits(http.reader("busy"));
    assertThat(attempt(http.reader("quiet")).status()).isEqualTo(400);
  }

  private void assertWaits(Http busy) {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(attempt(busy).status()).as("wrong, but answered").isEqualTo(400);
    }
    Http.Answer refused = attempt(busy);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("type")).isEqualTo("/problems/too-many-requests");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 60L);
  }

  private Http.Answer attempt(Http from) {
    Map<String, String> guess = Map.of("token", "guess", "answer", "1");
    return from.post("/api/comments", with(comment(article, "flood"), "challenge", guess));
  }

  @Test
  void what_consists_of_links_is_held() {
    String links = "http://a.example http://b.example [c](http://c.example)";
    Http.Answer answer = post(article, links);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("status")).isEqualTo("held");
    Http.Answer queue =
        http.as(TestTokens.of(Role.MODERATOR)).get("/api/comments?status=held&sort=newest");
    assertThat(queue.text("items/0/id")).isEqualTo(answer.text("id"));
    assertThat(queue.text("items/0/reason")).isEqualTo("links");
    assertThat(post(article, "http://a.example http://b.example").status()).isEqualTo(201);
    Map<String, Object> signed = Map.of("article", article.toString(), "body", links);
    assertThat(http.as(TestTokens.of(Role.AUTHOR)).post("/api/comments", signed).status())
        .isEqualTo(201);
  }
}
