package voxpop.comment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import voxpop.comment.spam.Sums;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** What all tests of the discussion need: articles, and readers who can do sums. */
public abstract class DiscussionTest extends ServiceTest {
  protected static final String KEY = "dGVzdC1jaGFsbGVuZ2Uta2V5LXRlc3QtY2hhbGxlbmdl";

  protected final ArticleServiceStandIn articles = new ArticleServiceStandIn();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("micronaut.application.name", "comment-service");
    settings.put("micronaut.http.services.article-service.url", articles.address());
    settings.put("voxpop.challenge.key", KEY);
    settings.put("voxpop.comments.per-network", "1000000");
    settings.put("voxpop.comments.per-reader", "1000000");
    return settings;
  }

  @AfterAll
  void stopArticles() {
    articles.close();
  }

  /** A challenge and its right answer, as long after it was asked as people need. */
  protected Map<String, Object> solved(Http http, UUID article) {
    Map<String, Object> solution = solvedAtOnce(http, article);
    MovableClock.pass(Duration.ofSeconds(3));
    return solution;
  }

  protected Map<String, Object> solvedAtOnce(Http http, UUID article) {
    Http.Answer challenge = http.get("/api/challenges?article=" + article);
    return Map.of(
        "token",
        challenge.text("token"),
        "answer",
        Long.toString(Sums.answer(challenge.text("question"))));
  }

  /** A comment that lacks nothing but its challenge. */
  protected static Map<String, Object> comment(UUID article, String body) {
    Map<String, Object> comment = new HashMap<>();
    comment.put("article", article.toString());
    comment.put("name", "Rosa");
    comment.put("email", "rosa@example.org");
    comment.put("body", body);
    return comment;
  }

  protected static Map<String, Object> with(
      Map<String, Object> comment, String field, Object value) {
    Map<String, Object> more = new HashMap<>(comment);
    more.put(field, value);
    return more;
  }

  protected Http.Answer post(UUID article, String body) {
    return post(http, comment(article, body));
  }

  /** Solves a sum and posts. */
  protected Http.Answer post(Http http, Map<String, Object> comment) {
    UUID article = UUID.fromString(comment.get("article").toString());
    return http.post("/api/comments", with(comment, "challenge", solved(http, article)));
  }

  protected String reply(UUID article, String parent, String body) {
    return post(http, with(comment(article, body), "parent", parent)).text("id");
  }

  protected static List<String> ids(Http.Answer list) {
    return list.<List<Map<String, Object>>>at("items").stream()
        .map(item -> item.get("id").toString())
        .toList();
  }
}
