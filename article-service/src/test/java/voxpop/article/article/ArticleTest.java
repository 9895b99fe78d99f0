package voxpop.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.kit.test.Http;

@MicronautTest(transactional = false)
class ArticleTest extends ArticleServiceTest {

  private static final String ARTICLES = "/api/articles/";

  @Test
  void a_draft_is_created_with_its_address_and_revision() {
    var made = anna().post("/api/articles", draft("de", "Über Öl", "Erster *Satz*."));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo(ARTICLES + made.text("id"));
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(made.text("status")).isEqualTo("draft");
    assertThat(made.text("html")).isEqualTo("<p>Erster <em>Satz</em>.</p>");
    assertThat(made.text("language")).isEqualTo("de");
    assertThat(made.<List<?>>at("editions")).isEmpty();
    assertThat(http.get(ARTICLES + made.text("id")).status()).isEqualTo(404);
    assertThat(anna().get(ARTICLES + made.text("id")).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void publishing_gives_it_to_readers() {
    var published = published(draft("de", "Grüße aus Köln", "Hallo Welt."));
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.text("slug")).isEqualTo("gruesse-aus-koeln");
    assertThat(published.text("status")).isEqualTo("current");
    var id = published.text("id");
    var read = http.get(ARTICLES + id);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("ETag")).isNull();
    assertThat(read.text("title")).isEqualTo("Grüße aus Köln");
    assertThat(read.text("origin")).isEqualTo("original");
    assertThat(read.text("editions/0/slug")).isEqualTo("gruesse-aus-koeln");
    assertThat(read.text("summary")).isEqualTo("Hallo Welt.");
    var page = http.get("/pages/de/gruesse-aus-koeln");
    assertThat(page.text("state")).isEqualTo("found");
    assertThat(page.text("page/article")).isEqualTo(id);
    assertThat(page.text("page/dir")).isEqualTo("ltr");
    assertThat(page.text("page/author/displayName")).isEqualTo("Anna Blau");
    assertThat(page.<Object>at("page/picture")).isNull();
    assertThat(page.body()).contains("\"picture\":null", "\"topics\":[]", "\"related\":[");
    assertThat(http.get("/api/articles/by-slug/de/gruesse-aus-koeln").text("id")).isEqualTo(id);
  }

  @Test
  void an_edit_needs_the_newest_revision_and_readers_see_it_when_published() {
    var id = published(draft("de", "Fassung", "Eins.")).text("id");
    var second = draft("de", "Fassung", "Zwei.");
    assertThat(anna().put(ARTICLES + id, second).status()).isEqualTo(428);
    var saved = anna().with("If-Match", "\"1\"").put(ARTICLES + id, second);
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.header("ETag")).isEqualTo("\"2\"");
    assertThat(saved.text("html")).isEqualTo("<p>Zwei.</p>");
    assertThat(anna().with("If-Match", "\"1\"").put(ARTICLES + id, second).status()).isEqualTo(412);
    var read = anna().get(ARTICLES + id);
    assertThat(read.text("html")).isEqualTo("<p>Eins.</p>");
    assertThat(read.header("ETag")).isEqualTo("\"2\"");
    assertThat(anna().get(ARTICLES + id + "/draft").text("body")).isEqualTo("Zwei.");
    anna().put(ARTICLES + id + "/publication", Map.of());
    assertThat(http.get(ARTICLES + id).text("html")).isEqualTo("<p>Zwei.</p>");
    assertThat(http.get("/sources/" + id).text("revision")).isEqualTo("2");
    assertThat(anna().get(ARTICLES + id + "/revisions").<List<?>>at("items")).hasSize(2);
    assertThat(anna().get(ARTICLES + id + "/revisions/1").text("body")).isEqualTo("Eins.");
  }

  @Test
  void who_reads_late_gets_each_correction_by_itself_and_the_rest_in_one_step() {
    var id = published(draft("de", "Späte Leser", "Eins.")).text("id");
    publish(id, 1, "Zwei.", false);
    publish(id, 2, "Drei.", false);
    publish(id, 3, "Vier.", true);
    publish(id, 4, "Fünf.", false);
    var step = http.get("/sources/" + id + "?after=1");
    assertThat(step.text("html")).isEqualTo("<p>Drei.</p>");
    assertThat(step.<Boolean>at("correction")).isFalse();
    assertThat(step.<Boolean>at("more")).isTrue();
    step = http.get("/sources/" + id + "?after=3");
    assertThat(step.text("html")).isEqualTo("<p>Vier.</p>");
    assertThat(step.<Boolean>at("correction")).isTrue();
    step = http.get("/sources/" + id + "?after=4");
    assertThat(step.text("html")).isEqualTo("<p>Fünf.</p>");
    assertThat(step.<Boolean>at("correction")).isFalse();
    assertThat(step.<Boolean>at("more")).isFalse();
    // a restored database may know of revisions that aren't there any more
    assertThat(http.get("/sources/" + id + "?after=9").text("revision")).isEqualTo("5");
    assertThat(http.get("/sources/" + id).text("revision")).isEqualTo("5");
  }

  private void publish(String id, int after, String text, boolean correction) {
    var me = anna().with("If-Match", "\"" + after + "\"");
    assertThat(me.put(ARTICLES + id, draft("de", "Späte Leser", text)).status()).isEqualTo(200);
    anna().put(ARTICLES + id + "/publication", Map.of("correction", correction));
  }

  @Test
  void of_two_edits_at_once_one_wins() throws Exception {
    var id = write(draft("de", "Wettlauf", "Start."));
    var edits = new ArrayList<Callable<Integer>>();
    var me = anna().with("If-Match", "\"1\"");
    for (var i = 0; i < 8; i++)
      edits.add(() -> me.put(ARTICLES + id, draft("de", "Wettlauf", "Ziel.")).status());
    var answers = new ArrayList<Integer>();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var edit : pool.invokeAll(edits)) answers.add(edit.get());
    }
    assertThat(answers).containsOnly(200, 412);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
  }

  @Test
  void a_withdrawn_article_is_gone_and_can_come_back() {
    var id = published(draft("de", "Zurück", "Text.")).text("id");
    assertThat(anna().delete(ARTICLES + id + "/publication").status()).isEqualTo(204);
    assertThat(anna().delete(ARTICLES + id + "/publication").status()).isEqualTo(204);
    assertThat(http.get(ARTICLES + id).status()).isEqualTo(410);
    assertThat(http.get("/api/articles/by-slug/de/zurueck").status()).isEqualTo(410);
    assertThat(http.get("/pages/de/zurueck").text("state")).isEqualTo("gone");
    assertThat(http.get("/sources/" + id).status()).isEqualTo(404);
    assertThat(http.get("/api/articles?language=de&limit=100").body()).doesNotContain(id);
    assertThat(http.get("/listings/de?limit=100").body()).doesNotContain(id);
    assertThat(anna().get(ARTICLES + id).text("status")).isEqualTo("withdrawn");
    anna().put(ARTICLES + id + "/publication", Map.of());
    assertThat(http.get("/pages/de/zurueck").text("state")).isEqualTo("found");
  }

  @Test
  void a_removed_article_leaves_a_gone_address() {
    var id = published(draft("de", "Entfernt", "Text.")).text("id");
    assertThat(anna().delete(ARTICLES + id).status()).isEqualTo(204);
    assertThat(http.get("/pages/de/entfernt").text("state")).isEqualTo("gone");
    assertThat(http.get(ARTICLES + id).status()).isEqualTo(410);
    assertThat(anna().delete(ARTICLES + id).status()).isEqualTo(404);
    var draft = write(draft("de", "Nie gesehen", "Text."));
    anna().delete(ARTICLES + draft);
    assertThat(http.get(ARTICLES + draft).status()).isEqualTo(404);
  }

  @Test
  void an_article_is_published_at_its_time() {
    var id = write(draft("de", "Später", "Text."));
    var at = Instant.now().plus(Duration.ofSeconds(4));
    var planned = anna().put(ARTICLES + id + "/publication", Map.of("at", at.toString()));
    assertThat(planned.text("status")).isEqualTo("scheduled");
    assertThat(Instant.parse(planned.text("scheduledAt")))
        .isBetween(at.minusMillis(1), at.plusMillis(1));
    int before = http.get(ARTICLES + id).status();
    if (Instant.now().isBefore(at)) {
      assertThat(before).isEqualTo(404);
    }
    Awaitility.await()
        .untilAsserted(() -> assertThat(http.get(ARTICLES + id).status()).isEqualTo(200));
    var never = write(draft("de", "Nie", "Text."));
    anna()
        .put(
            ARTICLES + never + "/publication",
            Map.of("at", Instant.now().plusSeconds(3600).toString()));
    anna().delete(ARTICLES + never + "/publication");
    assertThat(anna().get(ARTICLES + never).text("status")).isEqualTo("draft");
  }

  /** Beyond what a TIMESTAMP of either server holds. */
  @Test
  void a_time_in_ninety_years_is_kept() {
    var id = write(draft("de", "Sehr viel später", "Text."));
    var at = Instant.now().plus(Duration.ofDays(90 * 365)).truncatedTo(ChronoUnit.SECONDS);
    anna().put(ARTICLES + id + "/publication", Map.of("at", at.toString()));
    assertThat(anna().get(ARTICLES + id).text("scheduledAt")).isEqualTo(at.toString());
  }

  @Test
  void an_old_slug_leads_to_the_new_one_and_stays_taken() {
    var first = draft("de", "Alt", "Text.");
    var id = published(first).text("id");
    first.put("slug", "Ganz neu");
    anna().with("If-Match", "*").put(ARTICLES + id, first);
    assertThat(anna().put(ARTICLES + id + "/publication", Map.of()).text("slug"))
        .isEqualTo("ganz-neu");
    var moved = http.get("/pages/de/alt");
    assertThat(moved.text("state")).isEqualTo("moved");
    assertThat(moved.text("slug")).isEqualTo("ganz-neu");
    var old = http.get("/api/articles/by-slug/de/alt");
    assertThat(old.status()).isEqualTo(301);
    assertThat(old.header("Location")).isEqualTo("/api/articles/by-slug/de/ganz-neu");
    assertThat(published(draft("de", "Alt", "Anderer.")).text("slug")).isEqualTo("alt-2");
    first.put("slug", "alt");
    anna().with("If-Match", "*").put(ARTICLES + id, first);
    assertThat(anna().put(ARTICLES + id + "/publication", Map.of()).text("slug")).isEqualTo("alt");
    assertThat(http.get("/pages/de/ganz-neu").text("slug")).isEqualTo("alt");
  }

  @Test
  void a_slug_is_unique_in_its_language_only_and_never_a_lists_name() {
    assertThat(published(draft("de", "Kiosk", "a")).text("slug")).isEqualTo("kiosk");
    assertThat(published(draft("en", "Kiosk", "a")).text("slug")).isEqualTo("kiosk");
    assertThat(published(draft("de", "Kiosk", "a")).text("slug")).isEqualTo("kiosk-2");
    assertThat(published(draft("en", "Topic", "a")).text("slug")).isEqualTo("topic-2");
    assertThat(published(draft("en", "🙂", "a")).text("slug")).startsWith("article-");
    var reserved = draft("en", "T", "a");
    reserved.put("slug", "search");
    assertThat(anna().post("/api/articles", reserved).text("violations/0/field")).isEqualTo("slug");
    reserved.put("slug", "feed.atom");
    assertThat(anna().post("/api/articles", reserved).text("violations/0/field")).isEqualTo("slug");
  }

  @Test
  void articles_of_one_title_published_at_once_get_slugs_of_their_own() throws Exception {
    var ids = new ArrayList<String>();
    for (var i = 0; i < 12; i++) {
      var same = draft("fr", "Même titre", "Texte.");
      same.put(
          "topics",
          i % 2 == 0
              ? List.of("un " + i / 4, "deux " + i / 4)
              : List.of("deux " + i / 4, "un " + i / 4));
      ids.add(write(same));
    }
    var slugs = new ArrayList<String>();
    try (var pool = Executors.newFixedThreadPool(12)) {
      var me = anna();
      var all =
          pool.invokeAll(
              ids.stream()
                  .<Callable<Http.Answer>>map(
                      id -> () -> me.put(ARTICLES + id + "/publication", Map.of()))
                  .toList());
      for (var one : all) {
        assertThat(one.get().status()).as(one.get().body()).isEqualTo(200);
        slugs.add(one.get().text("slug"));
      }
    }
    assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.startsWith("meme-titre"));
  }

  @Test
  void authors_edit_their_own_and_editors_all() {
    var max = person("max", "author");
    var lea = person("lea", "author");
    var ed = person("edda", "editor");
    var translator = person("tanja", "translator");
    assertThat(translator.post("/api/articles", draft("de", "Nein", "a")).status()).isEqualTo(403);
    assertThat(http.post("/api/articles", draft("de", "Nein", "a")).status()).isEqualTo(401);
    var id = max.post("/api/articles", draft("de", "Meins", "a")).text("id");
    var edit = draft("de", "Meins", "b");
    assertThat(lea.get(ARTICLES + id).status()).isEqualTo(404);
    assertThat(lea.with("If-Match", "\"1\"").put(ARTICLES + id, edit).status()).isEqualTo(404);
    max.put(ARTICLES + id + "/publication", Map.of());
    assertThat(lea.with("If-Match", "\"1\"").put(ARTICLES + id, edit).status()).isEqualTo(403);
    assertThat(lea.delete(ARTICLES + id + "/publication").status()).isEqualTo(403);
    assertThat(lea.get(ARTICLES + id).header("ETag")).isNull();
    assertThat(ed.with("If-Match", "\"1\"").put(ARTICLES + id, edit).status()).isEqualTo(200);
    assertThat(ed.get(ARTICLES + id).text("author/name")).isEqualTo("max");
    List<Map<String, Object>> own = lea.get("/api/articles?mine=true").at("items");
    assertThat(own).isEmpty();
    List<Map<String, Object>> his = max.get("/api/articles?mine=true&status=published").at("items");
    assertThat(his).extracting(item -> item.get("id")).containsExactly(id);
    List<Map<String, Object>> all = ed.get("/api/articles?status=published&limit=100").at("items");
    assertThat(all).extracting(item -> item.get("id")).contains(id);
  }

  @Test
  void bad_input_names_its_fields_and_stores_nothing() {
    var bad = new HashMap<String, Object>();
    bad.put("title", " ");
    bad.put("language", "Deutsch");
    bad.put("format", "markdown");
    bad.put("topics", List.of("a,b"));
    var refused = anna().post("/api/articles", bad);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    List<Map<String, String>> violations = refused.at("violations");
    assertThat(violations)
        .extracting(violation -> violation.get("field"))
        .containsExactlyInAnyOrder("body", "language", "title", "topics");
    var word = draft("de", "T", "b");
    word.put("format", "word");
    assertThat(anna().post("/api/articles", word).text("violations/0/field")).isEqualTo("format");
    assertThat(anna().post("/api/articles", draft("it", "T", "b")).text("violations/0/field"))
        .isEqualTo("language");
    for (var length : List.of(Draft.LONGEST_BODY + 1, 10_000_000)) {
      var tooLong = anna().post("/api/articles", draft("de", "T", "b".repeat(length)));
      assertThat(tooLong.status()).isEqualTo(400);
      assertThat(tooLong.text("violations/0/field")).isEqualTo("body");
    }
    assertThat(anna().post("/api/articles", "{").status()).isEqualTo(400);
    assertThat(http.get(ARTICLES + "not-a-uuid").status()).isEqualTo(400);
    assertThat(http.get(ARTICLES + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(http.get("/api/articles?limit=0").text("violations/0/field")).isEqualTo("limit");
    assertThat(http.get("/api/articles?after=x").text("violations/0/field")).isEqualTo("after");
    assertThat(anna().get("/api/articles?status=lost").text("violations/0/field"))
        .isEqualTo("status");
  }

  @Test
  void a_creation_asked_for_again_with_its_key_makes_no_second_article() throws Exception {
    var me = anna().with("Idempotency-Key", "k-1");
    var asked = new ArrayList<Callable<Http.Answer>>();
    for (var i = 0; i < 6; i++)
      asked.add(() -> me.post("/api/articles", draft("de", "Einmal", "a")));
    var ids = new ArrayList<String>();
    try (var pool = Executors.newFixedThreadPool(6)) {
      for (var one : pool.invokeAll(asked)) ids.add(one.get().text("id"));
    }
    assertThat(ids.stream().distinct()).hasSize(1).doesNotContainNull();
  }

  @Test
  void a_reference_repeated_to_fill_the_disk_is_refused() {
    var bomb = "[a]: https://example.org/" + "x".repeat(100_000) + "\n\n" + "[a] ".repeat(200_000);
    var refused = anna().post("/api/articles", draft("de", "Bombe", bomb));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("violations/0/field")).isEqualTo("body");
  }

  @Test
  void a_preview_is_what_would_be_saved() {
    var sketch =
        Map.of("language", "de", "body", "**Hallo**<script>x</script>", "format", "markdown");
    assertThat(anna().post("/api/articles/preview", sketch).text("html"))
        .isEqualTo("<p><strong>Hallo</strong></p>");
    assertThat(http.post("/api/articles/preview", sketch).status()).isEqualTo(401);
  }

  @Test
  void each_change_is_told_with_its_editions() {
    var summarised = draft("de", "Erzählt", "Text.");
    summarised.put("summary", "Kurz.");
    summarised.put("comments", "closed");
    var id = published(summarised).text("id");
    var told = eventOf(id);
    assertThat(told.get("status")).isEqualTo("published");
    assertThat(told.get("revision")).isEqualTo(1);
    assertThat(told.get("comments")).isEqualTo("closed");
    assertThat(told.get("editions").toString())
        .contains("slug=erzaehlt", "origin=original", "status=current");
    assertThat(http.get("/sources/" + id).text("summary")).isEqualTo("Kurz.");
    anna().put(ARTICLES + id + "/publication", Map.of("correction", true));
    assertThat(eventOf(id).get("correction"))
        .as("published already: nothing new to tell")
        .isEqualTo(false);
    anna().with("If-Match", "*").put(ARTICLES + id, summarised);
    anna().put(ARTICLES + id + "/publication", Map.of("correction", true));
    assertThat(eventOf(id).get("correction")).isEqualTo(true);
    anna().delete(ARTICLES + id + "/publication");
    assertThat(eventOf(id).get("status")).isEqualTo("withdrawn");
  }

  private Map<String, Object> eventOf(String id) {
    var found = new HashMap<String, Object>();
    var after = "";
    while (true) {
      List<Map<String, Object>> events =
          (List<Map<String, Object>>) http.get("/changes?timeout=0&lastEventId=" + after).json();
      if (events.isEmpty()) return found;
      for (var event : events) {
        after = event.get("id").toString();
        if (id.equals(event.get("subject"))) found.putAll((Map<String, Object>) event.get("data"));
      }
    }
  }
}
