package voxpop.translation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import voxpop.kit.caller.Role;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;
import voxpop.kit.test.TestTokens;

/** Base of tests that publish articles and translate them. */
public abstract class WorkshopTest extends ServiceTest {
  protected final ArticleStandIn articles = new ArticleStandIn();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("micronaut.http.services.article-service.urls", articles.address());
    settings.put("voxpop.translation.pause", "50ms");
    settings.put("voxpop.translation.lease", "3s");
    return settings;
  }

  @AfterAll
  void stop() {
    articles.close();
  }

  protected Http editor() {
    return http.as(TestTokens.of(Role.EDITOR));
  }

  protected UUID publish(String html) {
    return articles.publish(Ids.next(), "en", "A title", html);
  }

  protected void edit(UUID article, String html) {
    articles.publish(article, "en", "A title", html);
  }

  /** The desk, as soon as it is as expected; the design allows 2 seconds. */
  protected Http.Answer desk(UUID article, String language, Predicate<Http.Answer> expected) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              Http.Answer answer = editor().get("/api/translations/" + article + "/" + language);
              if (answer.status() >= 500) throw new AssertionError(answer.body());
              return answer;
            },
            expected::test);
  }

  protected Http.Answer desk(UUID article, String language) {
    return desk(article, language, answer -> answer.status() == 200);
  }

  protected static List<Map<String, Object>> segments(Http.Answer desk) {
    return desk.at("segments");
  }

  protected static List<Object> all(Http.Answer desk, String field) {
    return segments(desk).stream().map(segment -> segment.get(field)).toList();
  }

  /** The segment with this source. */
  protected static Map<String, Object> segment(Http.Answer desk, String source) {
    return segments(desk).stream()
        .filter(segment -> Objects.equals(segment.get("source"), source))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no segment “" + source + "” in " + desk.body()));
  }

  protected Http.Answer put(
      UUID article, String language, Map<String, Object> segment, String text, boolean approve) {
    return editor()
        .with("If-Match", "\"" + segment.get("version") + "\"")
        .put(
            "/api/translations/" + article + "/" + language + "/segments/" + segment.get("id"),
            Map.of("text", text, "approve", approve));
  }

  /** Approves a translation of every segment. */
  protected void approveAll(UUID article, String language, UnaryOperator<String> translation) {
    for (Map<String, Object> segment : segments(desk(article, language))) {
      Http.Answer answer =
          put(article, language, segment, translation.apply((String) segment.get("source")), true);
      if (answer.status() != 200) throw new AssertionError(answer.body());
    }
  }

  /** Translates and publishes all of it. */
  protected void give(UUID article, String language) {
    approveAll(article, language, source -> "[" + source + "]");
    Http.Answer answer = publication(article, language, Map.of());
    if (answer.status() != 200) throw new AssertionError(answer.body());
  }

  protected Http.Answer publication(UUID article, String language, Map<String, Object> wish) {
    return editor().put("/api/translations/" + article + "/" + language + "/publication", wish);
  }

  /** What article-service would fetch. */
  protected Http.Answer edition(UUID article, String language) {
    return http.get("/editions/" + article + "/" + language);
  }

  /** All changes that this service has told, oldest first. */
  @SuppressWarnings("unchecked")
  protected List<Map<String, Object>> told(UUID article) {
    var changes = (List<Map<String, Object>>) http.get("/changes").json();
    return changes.stream()
        .filter(change -> ((String) change.get("subject")).startsWith(article.toString()))
        .toList();
  }
}
