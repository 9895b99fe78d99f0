package voxpop.article.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.article.Sql;

/** Against a stand-in for translation-service that speaks its feed and its one call. */
@MicronautTest(transactional = false)
class TranslationsTest extends ArticleServiceTest {

  private final Map<String, Map<String, Object>> ready = new ConcurrentHashMap<>();
  @Inject Sql sql;

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
    Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion::run);
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

  @Test
  void an_article_is_found_by_what_its_topic_is_called_in_each_language_at_once() {
    var draft = draft("de", "Nachts am Fenster", "Man sieht wenig.");
    draft.put("topics", List.of("Sternkunde"));
    var id = published(draft).text("id");
    translate(id, "en", "At the window by night", "<p>There is little to see.</p>", "current");
    until(() -> assertThat(found("en", "window")).contains(id));
    var topic = http.get("/api/topics/sternkunde").text("id");

    translate(topic, "en", "Astronomy", "", "current");
    until(() -> assertThat(found("en", "astronomy")).contains(id));
    assertThat(found("de", "astronomy")).doesNotContain(id);

    anna().put("/api/topics/sternkunde", Map.of("name", "Himmelsbeobachtung"));
    until(() -> assertThat(found("de", "himmelsbeobachtung")).contains(id));
  }

  private String found(String language, String q) {
    return http.get("/api/articles?language=" + language + "&q=" + q).body();
  }

  @Test
  void a_topic_is_called_as_translators_say_until_it_is_called_otherwise() {
    var draft = draft("de", "Über Ufer", "Wasser.");
    draft.put("topics", List.of("Brücken"));
    var id = published(draft).text("id");
    translate(id, "fr", "Les rives", "<p>De l’eau.</p>", "current");
    until(() -> assertThat(http.get("/pages/fr/les-rives").text("state")).isEqualTo("found"));
    Map<String, Object> borrowed =
        http.get("/pages/fr/les-rives").<List<Map<String, Object>>>at("page/topics").getFirst();
    assertThat(borrowed).containsEntry("name", "Brücken").containsEntry("language", "de");

    var topic = http.get("/api/topics/bruecken?language=fr");
    assertThat(topic.text("language")).isEqualTo("de");
    var named =
        anna()
            .put(
                "/api/topics/bruecken",
                Map.of("name", "Brücken & Furten", "description", "Was Ufer verbindet."));
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    assertThat(named.text("revision")).isEqualTo("2");
    var source = http.get("/sources/" + topic.text("id") + "?after=1");
    assertThat(source.text("kind")).isEqualTo("topic");
    assertThat(source.text("title")).isEqualTo("Brücken & Furten");
    assertThat(source.text("html")).isEqualTo("<p>Was Ufer verbindet.</p>");
    assertThat(http.get("/pages/de/ueber-ufer").text("page/topics")).contains("Brücken & Furten");

    translate(topic.text("id"), "fr", "Ponts", "<p>Ce qui relie.<script>x</script></p>", "stale");
    until(
        () ->
            assertThat(http.get("/api/topics/bruecken?language=fr").text("name"))
                .isEqualTo("Ponts"));
    var french = http.get("/api/topics/bruecken?language=fr");
    assertThat(french.text("description")).isEqualTo("Ce qui relie.");
    assertThat(french.text("originalLanguage")).isEqualTo("de");
    assertThat(french.text("status")).isEqualTo("stale");
    assertThat(http.get("/listings/fr?topic=bruecken").text("title")).isEqualTo("Ponts");
    assertThat(http.get("/listings/fr?topic=bruecken").text("note")).isEqualTo("Ce qui relie.");
    assertThat(http.get("/listings/fr?topic=bruecken").body()).doesNotContain("saidIn");
    assertThat(http.get("/pages/fr/les-rives").text("page/topics")).contains("Ponts");
    assertThat(http.get("/api/topics?language=fr").body())
        .contains("{\"slug\":\"bruecken\",\"name\":\"Ponts\"}");

    ready.remove(topic.text("id") + "/fr");
    tell(topic.text("id"), "fr", true);
    until(() -> assertThat(http.get("/listings/fr?topic=bruecken").text("saidIn")).isEqualTo("de"));
  }

  @Test
  void only_editors_name_topics_and_nobody_over_another() {
    var draft = draft("en", "Locks", "Water.");
    draft.put("topics", List.of("Locks"));
    published(draft);
    var names = Map.of("name", "Locks and weirs");
    assertThat(person("tess", "author").put("/api/topics/locks", names).status()).isEqualTo(403);
    var editor = person("edda", "editor");
    assertThat(editor.put("/api/topics/nothing", names).status()).isEqualTo(404);
    assertThat(editor.put("/api/topics/locks", Map.of("name", " ")).status()).isEqualTo(400);
    var language = Map.of("name", "Locks", "language", "xx");
    assertThat(editor.put("/api/topics/locks", language).text("violations")).contains("language");
    var tagged = editor.with("If-Match", http.get("/api/topics/locks").header("ETag"));
    assertThat(tagged.put("/api/topics/locks", names).status()).isEqualTo(200);
    assertThat(tagged.put("/api/topics/locks", names).status()).isEqualTo(412);
    assertThat(http.get("/api/topics/locks?language=en").text("name")).isEqualTo("Locks and weirs");
  }

  @Test
  void a_page_of_the_house_is_translated_as_an_article_and_not_discussed() {
    var imprint = draft("de", "Wer wir sind", "Wir.");
    imprint.put("kind", "page");
    var id = published(imprint).text("id");
    assertThat(http.get("/sources/" + id).text("kind")).isEqualTo("page");
    translate(id, "es", "Quiénes somos", "<p>Nosotros.</p>", "current");
    until(() -> assertThat(http.get("/pages/es/quienes-somos").text("state")).isEqualTo("found"));
    var page = http.get("/pages/es/quienes-somos");
    assertThat(page.text("page/comments")).isEqualTo("closed");
    assertThat(page.text("page/alternates")).contains("/de/wer-wir-sind", "/es/quienes-somos");
    assertThat(http.get("/sitemap").text("items")).contains("path=/es/quienes-somos");
    assertThat(http.get("/listings/es").body()).doesNotContain(id);
    assertThat(anna().get("/api/articles?kind=page").body()).contains(id);
    assertThat(anna().get("/api/articles?kind=post").body()).doesNotContain(id);
    assertThat(http.get("/api/articles?kind=page").status()).isEqualTo(401);
  }

  @Test
  void a_note_is_said_by_its_author_and_read_in_other_languages() {
    var nora = person("nora", "author");
    var id = nora.post("/api/articles", draft("de", "Nebel", "Grau.")).text("id");
    nora.put("/api/articles/" + id + "/publication", Map.of());
    translate(id, "en", "Fog", "<p>Grey.</p>", "current");
    var said = Map.of("note", "Wohnt am Fluss.", "language", "de");
    assertThat(nora.put("/api/authors/nora/note", said).text("noteLanguage")).isEqualTo("de");
    assertThat(person("neil", "author").put("/api/authors/nora/note", said).status())
        .isEqualTo(403);
    assertThat(nora.put("/api/authors/nobody/note", said).status()).isEqualTo(404);
    assertThat(nora.put("/api/authors/nora/note", Map.of("language", "xx")).status())
        .isEqualTo(400);
    String nobody = nora.get("/api/articles?mine=true").text("items");
    assertThat(nobody).contains("Nebel");
    until(() -> assertThat(http.get("/pages/en/fog").text("state")).isEqualTo("found"));
    assertThat(http.get("/pages/en/fog").text("page/author/noteLanguage")).isEqualTo("de");
    assertThat(http.get("/listings/en?author=nora").text("saidIn")).isEqualTo("de");

    String author = authorId("nora");
    assertThat(http.get("/sources/" + author + "?after=0").text("titled")).isEqualTo("false");
    translate(author, "en", "", "<p>Lives by the river.</p>", "current");
    until(
        () ->
            assertThat(http.get("/api/authors/nora?language=en").text("note"))
                .isEqualTo("Lives by the river."));
    assertThat(http.get("/pages/en/fog").text("page/author/note")).isEqualTo("Lives by the river.");
    assertThat(http.get("/listings/en?author=nora").text("note")).isEqualTo("Lives by the river.");
    assertThat(http.get("/listings/en?author=nora").body()).doesNotContain("saidIn");
    assertThat(http.get("/pages/de/nebel").text("page/author/note")).isEqualTo("Wohnt am Fluss.");

    nora.put("/api/authors/nora/note", Map.of("note", " "));
    assertThat(http.get("/pages/en/fog").body()).doesNotContain("river");
    assertThat(http.get("/sources/" + author).status()).isEqualTo(404);
  }

  private String authorId(String name) {
    List<Map<String, Object>> people = anna().get("/api/authors").at("items");
    return people.stream()
        .filter(person -> name.equals(person.get("name")))
        .map(person -> person.get("id").toString())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_menu_leads_to_each_languages_own_pages_under_their_own_names() {
    var about = draft("de", "Über das Haus", "Wir.");
    about.put("kind", "page");
    var id = published(about).text("id");
    var story = draft("de", "Das alte Haus", "Es steht noch.");
    story.put("topics", List.of("Haus"));
    var house = published(story).text("id");
    var lines =
        List.of(
            Map.of("label", "Über uns", "kind", "page", "target", id),
            Map.of("label", "Das Haus", "kind", "topic", "target", "haus"),
            Map.of("label", "Quellen", "kind", "address", "target", "https://example.org/"));
    var menu = anna().put("/api/menu", Map.of("language", "de", "lines", lines));
    assertThat(menu.status()).as(menu.body()).isEqualTo(200);
    assertThat(http.get("/api/menu?language=fi").text("lines"))
        .contains("/de/ueber-das-haus", "language=de", "https://example.org/");
    assertThat(http.get("/api/menu?language=de").text("lines/1/path")).isEqualTo("/de/topic/haus");
    // of a topic there is a line where there is something of it, and pages are told when
    assertThat(http.get("/api/menu?language=fi").<Object>at("lines/1/path")).isNull();
    var told = tellings(menu.text("id"));
    translate(house, "fi", "Vanha talo", "<p>Se seisoo vielä.</p>", "current");
    until(
        () ->
            assertThat(http.get("/api/menu?language=fi").text("lines/1/path"))
                .isEqualTo("/fi/topic/haus"));
    assertThat(tellings(menu.text("id"))).isGreaterThan(told);
    translate(id, "fi", "Talosta", "<p>Me.</p>", "current");
    var source = http.get("/sources/" + menu.text("id") + "?after=0");
    assertThat(source.text("kind")).isEqualTo("menu");
    var finnish =
        source
            .text("html")
            .replace("Über uns", "Meistä")
            .replaceAll("<li id=\"[^\"]*\">Quellen</li>", "");
    translate(menu.text("id"), "fi", "", finnish, "stale");
    until(
        () ->
            assertThat(http.get("/api/menu?language=fi").text("lines/0/label"))
                .isEqualTo("Meistä"));
    var read = http.get("/api/menu?language=fi");
    assertThat(read.text("lines/0/path")).isEqualTo("/fi/talosta");
    assertThat(read.text("lines/0/language")).isEqualTo("fi");
    assertThat(read.text("lines/2/label")).isEqualTo("Quellen");
    assertThat(read.text("lines/2/language")).isEqualTo("de");
    assertThat(http.get("/menus").text("languages/fi/lines")).contains("Meistä");
    assertThat(http.get("/menus").text("languages/de/lines")).contains("Über uns");

    var nowhere =
        List.of(
            Map.of("label", "X", "kind", "page", "target", "nichts"),
            Map.of("label", "Y", "kind", "topic", "target", "nichts"),
            Map.of("label", "Z", "kind", "address", "target", "javascript:alert(1)"));
    var refused = anna().put("/api/menu", Map.of("lines", nowhere));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("violations"))
        .contains("lines[0].target", "lines[1].target", "lines[2].target");
    assertThat(person("moni", "author").put("/api/menu", Map.of("lines", lines)).status())
        .isEqualTo(403);
    var stale = anna().with("If-Match", "\"7\"").put("/api/menu", Map.of("lines", lines));
    assertThat(stale.status()).isEqualTo(412);
    anna().delete("/api/articles/" + id + "/publication");
    assertThat(http.get("/api/menu?language=fi").<Object>at("lines/0/path")).isNull();
    told = tellings(menu.text("id"));
    anna().delete("/api/articles/" + house);
    assertThat(http.get("/menus").text("languages/de/lines")).doesNotContain("/topic/haus");
    assertThat(tellings(menu.text("id"))).isGreaterThan(told);
  }

  /** How often pages were told that this is shown otherwise. */
  private int tellings(String wording) {
    return sql.one(
            "SELECT version FROM wording WHERE id = ?",
            row -> row.getInt(1),
            UUID.fromString(wording))
        .orElseThrow();
  }

  @Test
  void a_series_leads_from_part_to_part_in_the_language_being_read() {
    var first = published(draft("de", "Erster Brief", "Eins.")).text("id");
    var second = published(draft("de", "Zweiter Brief", "Zwei.")).text("id");
    var third = published(draft("de", "Dritter Brief", "Drei.")).text("id");
    var unread = write(draft("de", "Vierter Brief", "Vier."));
    Map<String, Object> input =
        Map.of(
            "name",
            "Briefe",
            "description",
            "Vom Fluss.",
            "language",
            "de",
            "articles",
            List.of(first, second, third, unread));
    var made = anna().post("/api/series", input);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith("/api/series/briefe");
    translate(first, "tr", "Birinci", "<p>Bir.</p>", "current");
    translate(third, "tr", "Ucuncu", "<p>Üç.</p>", "current");
    until(() -> assertThat(http.get("/pages/tr/ucuncu").text("state")).isEqualTo("found"));
    var german = http.get("/pages/de/zweiter-brief");
    assertThat(german.text("page/series/part")).isEqualTo("2");
    assertThat(german.text("page/series/parts")).isEqualTo("3");
    assertThat(german.text("page/series/previous/slug")).isEqualTo("erster-brief");
    assertThat(german.text("page/series/next/slug")).isEqualTo("dritter-brief");
    var turkish = http.get("/pages/tr/ucuncu");
    assertThat(turkish.text("page/series/part")).isEqualTo("3");
    assertThat(turkish.text("page/series/previous/slug")).isEqualTo("birinci");
    assertThat(turkish.text("page/series/language")).isEqualTo("de");
    translate(made.text("id"), "tr", "Mektuplar", "<p>Nehirden.</p>", "current");
    until(
        () ->
            assertThat(http.get("/pages/tr/ucuncu").text("page/series/name"))
                .isEqualTo("Mektuplar"));
    var list = http.get("/listings/tr?series=briefe");
    assertThat(list.text("title")).isEqualTo("Mektuplar");
    assertThat(list.text("note")).isEqualTo("Nehirden.");
    assertThat(list.text("items")).containsSubsequence("Birinci", "Ucuncu");
    assertThat(list.text("alternates")).contains("/de/series/briefe", "/tr/series/briefe");
    assertThat(http.get("/api/series?language=tr").text("items")).contains("Mektuplar");
    var lines = List.of(Map.of("label", "Briefe", "kind", "series", "target", "briefe"));
    anna().put("/api/menu", Map.of("language", "de", "lines", lines));
    assertThat(http.get("/api/menu?language=tr").text("lines/0/path"))
        .isEqualTo("/tr/series/briefe");
    assertThat(http.get("/api/menu?language=fi").<Object>at("lines/0/path")).isNull();

    assertThat(anna().post("/api/series", input).status()).isEqualTo(409);
    var other = new HashMap<>(input);
    other.put("name", "Andere");
    assertThat(anna().post("/api/series", other).text("violations")).contains("articles[0]");
    var editor = anna().with("If-Match", "\"9\"");
    assertThat(editor.put("/api/series/briefe", input).status()).isEqualTo(412);
    var turned = new HashMap<>(input);
    turned.put("articles", List.of(third, second));
    assertThat(anna().put("/api/series/briefe", turned).text("revision")).isEqualTo("1");
    assertThat(http.get("/pages/de/zweiter-brief").text("page/series/previous/slug"))
        .isEqualTo("dritter-brief");
    assertThat(http.get("/pages/de/erster-brief").body()).doesNotContain("\"series\"");
    anna().delete("/api/articles/" + third);
    assertThat(http.get("/pages/de/zweiter-brief").text("page/series/parts")).isEqualTo("1");
    assertThat(person("serge", "author").delete("/api/series/briefe").status()).isEqualTo(403);
    assertThat(anna().delete("/api/series/briefe").status()).isEqualTo(204);
    assertThat(http.get("/api/series/briefe").status()).isEqualTo(404);
    assertThat(http.get("/pages/de/zweiter-brief").body()).doesNotContain("\"series\"");
  }
}
