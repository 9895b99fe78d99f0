package voxpop.article.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;

/** Against a stand-in for translation-service that speaks its feed and its one call. */
@MicronautTest(transactional = false)
class TranslationsTest extends ArticleServiceTest {

  private final Map<String, Map<String, Object>> ready = new ConcurrentHashMap<>();
  private final List<Map<String, Object>> changes = new CopyOnWriteArrayList<>();
  private HttpServer workshop;

  @Override
  protected Map<String, String> settings() {
    try {
      workshop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      workshop.createContext(
          "/changes",
          exchange -> {
            var from =
                exchange.getRequestURI().getQuery().replaceAll(".*lastEventId=([0-9]*).*", "$1");
            var read = from.isEmpty() ? 0 : Integer.parseInt(from);
            var fresh = changes.subList(Math.min(read, changes.size()), changes.size());
            answer(exchange, 200, "application/cloudevents-batch+json", fresh);
          });
      workshop.createContext(
          "/editions/",
          exchange -> {
            var found =
                ready.get(exchange.getRequestURI().getPath().substring("/editions/".length()));
            answer(
                exchange,
                found == null ? 404 : 200,
                "application/json",
                found == null ? Map.of() : found);
          });
      workshop.start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    var settings = new HashMap<>(super.settings());
    settings.put("voxpop.feed.reading", "true");
    settings.put(
        "micronaut.http.services.translation-service.urls",
        "http://127.0.0.1:" + workshop.getAddress().getPort());
    return settings;
  }

  private static void answer(
      com.sun.net.httpserver.HttpExchange exchange, int status, String type, Object json)
      throws IOException {
    var body = JsonMapper.createDefault().writeValueAsString(json).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterAll
  void stop() {
    workshop.stop(0);
  }

  private void tell(String article, String language, boolean removal) {
    var change = new HashMap<String, Object>();
    change.put("specversion", "1.0");
    change.put("id", Integer.toString(changes.size() + 1));
    change.put("source", "/translation-service");
    change.put("type", "voxpop.translation");
    change.put("time", Instant.now().toString());
    change.put("subject", article + "/" + language);
    if (removal) change.put("method", "DELETE");
    change.put("datacontenttype", "application/json");
    change.put("data", Map.of("article", article, "language", language, "version", 1));
    changes.add(change);
  }

  private void translate(
      String article, String language, String title, String html, String status) {
    var edition = new HashMap<String, Object>();
    edition.put("article", article);
    edition.put("language", language);
    edition.put("version", 1);
    edition.put("sourceRevision", 1);
    edition.put("title", title);
    edition.put("summary", null);
    edition.put("html", html);
    edition.put("slug", title);
    edition.put("origin", "human");
    edition.put("status", status);
    ready.put(article + "/" + language, edition);
    tell(article, language, false);
  }

  private static void until(Runnable assertion) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion::run);
  }

  @Test
  void what_is_ready_becomes_an_edition_with_a_slug_of_its_own() {
    var draft = draft("de", "Der Wald", "Viele Bäume.");
    draft.put("topics", List.of("Natur"));
    var id = published(draft).text("id");
    published(draft("en", "The forest", "Taken."));
    translate(id, "en", "The forest", "<p>Many trees.<script>x</script></p>", "current");
    until(
        () -> assertThat(http.get("/api/articles/" + id + "?language=en").status()).isEqualTo(200));
    var read = http.get("/api/articles/" + id + "?language=en");
    assertThat(read.text("slug")).isEqualTo("the-forest-2");
    assertThat(read.text("html")).isEqualTo("<p>Many trees.</p>");
    assertThat(read.text("summary")).isEqualTo("Many trees.");
    assertThat(read.text("origin")).isEqualTo("human");
    assertThat(read.text("originalLanguage")).isEqualTo("de");
    assertThat(http.get("/api/articles/" + id).text("language")).isEqualTo("de");
    assertThat(read.<List<?>>at("editions")).hasSize(2);
    assertThat(http.get("/api/articles/" + id + "?language=fr").status()).isEqualTo(404);
    assertThat(http.get("/listings/en?topic=natur").body()).contains(id);
    assertThat(anna().get("/api/articles/" + id + "?language=en").header("ETag"))
        .isEqualTo("\"1\"");

    translate(id, "en", "The woods", "<p>Many trees.</p>", "stale");
    until(() -> assertThat(http.get("/pages/en/the-forest-2").text("state")).isEqualTo("moved"));
    assertThat(http.get("/pages/en/the-woods").text("page/status")).isEqualTo("stale");
    assertThat(http.get("/pages/de/der-wald").text("page/editions")).contains("the-woods", "stale");
  }

  @Test
  void what_is_taken_back_is_gone_and_the_original_stays() {
    var id = published(draft("de", "Die Stadt", "Häuser.")).text("id");
    translate(id, "es", "La ciudad", "<p>Casas.</p>", "current");
    until(() -> assertThat(http.get("/pages/es/la-ciudad").text("state")).isEqualTo("found"));
    ready.remove(id + "/es");
    tell(id, "es", true);
    until(() -> assertThat(http.get("/pages/es/la-ciudad").text("state")).isEqualTo("gone"));
    assertThat(http.get("/pages/de/die-stadt").text("state")).isEqualTo("found");
    assertThat(http.get("/api/articles?language=es&limit=100").body()).doesNotContain(id);
  }

  @Test
  void withdrawing_hides_every_language_and_publishing_brings_them_back() {
    var id = published(draft("de", "Der Fluss", "Wasser.")).text("id");
    translate(id, "fr", "La rivière", "<p>De l’eau.</p>", "current");
    until(() -> assertThat(http.get("/pages/fr/la-riviere").text("state")).isEqualTo("found"));
    anna().delete("/api/articles/" + id + "/publication");
    assertThat(http.get("/pages/fr/la-riviere").text("state")).isEqualTo("gone");
    assertThat(http.get("/api/articles/" + id + "?language=fr").status()).isEqualTo(410);
    translate(id, "fr", "La rivière", "<p>De l’eau claire.</p>", "current");
    var told = changes.size();
    anna().put("/api/articles/" + id + "/publication", Map.of());
    until(() -> assertThat(http.get("/pages/fr/la-riviere").text("page/html")).contains("claire"));
    assertThat(changes).hasSize(told);
  }
}
