package voxpop.comment.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class ModerationTest extends DiscussionTest {
  private static final String MODERATOR = TestTokens.of(Role.MODERATOR);

  private final UUID article = articles.tell(UUID.randomUUID(), "published", "held", "de");

  @Test
  void where_comments_are_held_everybody_sees_them_once_they_are_approved() {
    Http writer = http.reader("patient");
    Http.Answer posted = post(writer, comment(article, "held"));
    assertThat(posted.status()).isEqualTo(202);
    String id = posted.text("id");
    assertThat(shown(http, article)).doesNotContain(id);
    assertThat(shown(http.reader("somebody else"), article)).doesNotContain(id);
    assertThat(shown(writer, article)).contains(id);
    assertThat(http.get("/api/comments/" + id).status()).isEqualTo(404);
    Http.Answer own = writer.get("/api/comments/" + id);
    assertThat(own.text("held")).isEqualTo("true");
    assertThat(own.text("own")).isEqualTo("true");
    assertThat(own.text("body")).isEqualTo("held");

    assertThat(verdict(id, "approved").status()).isEqualTo(200);
    assertThat(shown(http, article)).contains(id);
    assertThat(http.get("/api/comments/" + id).text("status")).isEqualTo("published");
  }

  @Test
  void the_site_can_hold_all() {
    UUID open = articles.publish();
    articles.settle("fr", "held");
    awaitQuestion(open, "Combien");
    assertThat(post(open, "everywhere").status()).isEqualTo(202);
    articles.settle("de", "open");
    awaitQuestion(open, "Wie viel");
    assertThat(post(open, "and now").status()).isEqualTo(201);
  }

  private void awaitQuestion(UUID of, String beginning) {
    String path = "/api/challenges?article=" + of;
    await().untilAsserted(() -> assertThat(http.get(path).text("question")).startsWith(beginning));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void moderators_editors_and_administrators_decide(Role role) {
    boolean may = role == Role.MODERATOR || role == Role.EDITOR || role == Role.ADMINISTRATOR;
    String id = post(article, "for " + role).text("id");
    Http person = http.as(TestTokens.of(role));
    Map<String, Object> verdict = Map.of("verdict", "approved");
    assertThat(person.put("/api/comments/" + id + "/verdict", verdict).status())
        .isEqualTo(may ? 200 : 403);
    assertThat(person.get("/api/comments?status=held").status()).isEqualTo(may ? 200 : 403);
    assertThat(person.get("/api/comments/" + id + "/verdicts").status()).isEqualTo(may ? 200 : 403);
    Map<String, Object> own = Map.of("article", article.toString(), "body", "my own");
    assertThat(person.post("/api/comments", own).status()).isEqualTo(may ? 201 : 202);
  }

  @Test
  void nobody_else_decides() {
    String id = post(article, "mine").text("id");
    assertThat(http.put("/api/comments/" + id + "/verdict", Map.of("verdict", "approved")).status())
        .isEqualTo(401);
    assertThat(http.get("/api/comments?status=held").status()).isEqualTo(401);
  }

  @Test
  void a_verdict_can_be_changed_and_is_never_lost() {
    String id = post(article, "undecided").text("id");
    for (String verdict : List.of("spam", "approved", "approved", "rejected", "approved")) {
      Http.Answer answer = verdict(id, verdict);
      assertThat(answer.text("status"))
          .isEqualTo(verdict.equals("approved") ? "published" : verdict);
      assertThat(shown(http, article).contains(id)).isEqualTo(verdict.equals("approved"));
    }
    Http.Answer history = http.as(MODERATOR).get("/api/comments/" + id + "/verdicts");
    assertThat(history.<List<Map<String, Object>>>at("items"))
        .extracting(one -> one.get("verdict"))
        .as("newest first; the same twice by one person is one")
        .containsExactly("approved", "rejected", "approved", "spam");
    assertThat(history.text("items/0/authorName")).isEqualTo("Test Person");
    assertThat(history.text("items/0/decidedAt")).endsWith("Z");
  }

  @Test
  void what_is_no_verdict_is_refused() {
    String id = post(article, "x").text("id");
    assertThat(verdict(id, "perhaps").status()).isEqualTo(400);
    assertThat(verdict(id, "perhaps").text("violations/0/field")).isEqualTo("verdict");
    assertThat(http.as(MODERATOR).put("/api/comments/" + id + "/verdict", Map.of()).status())
        .isEqualTo(400);
    assertThat(verdict(UUID.randomUUID().toString(), "spam").status()).isEqualTo(404);
    Http.Answer queue = http.as(MODERATOR).get("/api/comments?status=perhaps");
    assertThat(queue.status()).isEqualTo(400);
    assertThat(queue.text("violations/0/field")).isEqualTo("status");
  }

  @Test
  void counts_follow_every_verdict() {
    UUID counted = articles.publish();
    String id = post(counted, "counted").text("id");
    long spam = total("spam");
    long rejected = total("rejected");
    assertThat(published(counted)).isEqualTo(1);
    verdict(id, "spam");
    assertThat(published(counted)).isZero();
    assertThat(total("spam")).isEqualTo(spam + 1);
    verdict(id, "rejected");
    assertThat(total("spam")).isEqualTo(spam);
    assertThat(total("rejected")).isEqualTo(rejected + 1);
    verdict(id, "approved");
    assertThat(published(counted)).isEqualTo(1);
    assertThat(total("rejected")).isEqualTo(rejected);
  }

  @Test
  void a_rejected_comment_keeps_its_place_as_long_as_something_hangs_on_it() {
    UUID open = articles.publish();
    String root = post(open, "root").text("id");
    String child = reply(open, root, "child");
    String leaf = reply(open, child, "leaf");
    verdict(root, "rejected");
    verdict(child, "spam");
    assertThat(shown(http, open)).containsExactly(root, child, leaf);
    Http.Answer thread = http.get("/api/comments?article=" + open);
    assertThat(thread.body()).doesNotContain("\"child\"", "\"root\"");
    assertThat(thread.text("total")).isEqualTo("1");
    verdict(leaf, "rejected");
    assertThat(shown(http, open)).isEmpty();
    verdict(leaf, "approved");
    assertThat(shown(http, open)).containsExactly(root, child, leaf);
    verdict(root, "approved");
    verdict(leaf, "spam");
    assertThat(shown(http, open)).containsExactly(root);
  }

  @Test
  void the_queue_is_read_to_its_end() {
    List<String> posted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      posted.add(post(article, "queued " + i).text("id"));
    }
    List<String> oldest = queue("oldest");
    assertThat(oldest)
        .containsSubsequence(posted)
        .doesNotHaveDuplicates()
        .hasSize((int) total("held"));
    assertThat(queue("newest")).isEqualTo(oldest.reversed());
    assertThat(http.as(MODERATOR).get("/api/comments?status=held&after=x").status()).isEqualTo(400);
  }

  private List<String> queue(String sort) {
    List<String> ids = new ArrayList<>();
    String path = "/api/comments?status=held&limit=2&sort=" + sort;
    while (path != null) {
      Http.Answer stretch = http.as(MODERATOR).get(path);
      ids.addAll(ids(stretch));
      String link = stretch.header("Link");
      assertThat(link != null).isEqualTo(stretch.text("next") != null);
      path = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return ids;
  }

  private Http.Answer verdict(String id, String verdict) {
    return http.as(MODERATOR).put("/api/comments/" + id + "/verdict", Map.of("verdict", verdict));
  }

  private long total(String status) {
    return Long.parseLong(http.as(MODERATOR).get("/api/comments?status=" + status).text("total"));
  }

  private long published(UUID of) {
    return Long.parseLong(http.get("/api/comments?article=" + of).text("total"));
  }

  private static List<String> shown(Http to, UUID of) {
    return ids(to.get("/api/comments?article=" + of));
  }
}
