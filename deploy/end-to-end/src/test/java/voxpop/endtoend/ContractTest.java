package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

/**
 * The addresses and JSON that other programs rely on, through the gateway and on the real parts.
 */
class ContractTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Http visitor = Platform.get().http();
  private final Http admin = Platform.get().administrator();

  private Http.Answer create(String language, String title, String body) {
    Http.Answer made =
        admin.post(
            "/api/articles",
            Map.of(
                "language",
                language,
                "title",
                title,
                "body",
                body,
                "format",
                "markdown",
                "topics",
                List.of("Probe")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made;
  }

  private String published(String language, String title, String body) {
    String id = create(language, title, body).text("id");
    Http.Answer answer = admin.put("/api/articles/" + id + "/publication", Map.of());
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return id;
  }

  private static String unique(String title) {
    return title + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void a_session_gives_a_token_that_can_be_renewed() {
    Http.Answer answer =
        visitor.post(
            "/api/sessions",
            Map.of("email", Platform.get().mail(), "password", Platform.get().password()));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("token")).isNotBlank();
    assertThat(answer.text("expiresAt")).endsWith("Z");
    assertThat((Object) answer.at("author")).isNotNull();
    Http.Answer renewed = visitor.as(answer.text("token")).post("/api/sessions/renewals", null);
    assertThat(renewed.status()).as(renewed.body()).isBetween(200, 201);
    assertThat(renewed.text("token")).isNotBlank();
    assertThat(
            visitor
                .post("/api/sessions", Map.of("email", Platform.get().mail(), "password", "wrong"))
                .status())
        .isEqualTo(401);
  }

  @Test
  void an_article_is_a_draft_until_it_is_published_and_gone_when_withdrawn() {
    Http.Answer made = create("de", unique("Grüße aus Köln"), "Ein Satz. Noch ein Satz.");
    String at = "/api/articles/" + made.text("id");

    assertThat(made.header("Location")).endsWith(at);
    assertThat(made.header("ETag")).isEqualTo("\"1\"");
    assertThat(visitor.get(at).status()).isEqualTo(404);
    assertThat(admin.put(at + "/publication", Map.of()).status()).isBetween(200, 204);
    Http.Answer read = visitor.get(at);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text("slug")).startsWith("gruesse-aus-koeln-");
    assertThat(read.text("origin")).isEqualTo("original");
    assertThat(read.text("status")).isEqualTo("current");
    assertThat(read.text("language")).isEqualTo("de");
    assertThat(read.text("originalLanguage")).isEqualTo("de");
    assertThat(read.text("html")).contains("Ein Satz.");
    assertThat((List<?>) read.at("editions")).hasSize(1);
    assertThat(visitor.get("/api/articles/by-slug/de/" + read.text("slug")).text("id"))
        .isEqualTo(made.text("id"));
    assertThat(visitor.get(at + "?language=fr").status()).isEqualTo(404);
    assertThat(visitor.get("/de/" + read.text("slug")).status()).isEqualTo(200);
    assertThat(admin.delete(at + "/publication").status()).isBetween(200, 204);
    await().atMost(SOON).until(() -> visitor.get("/de/" + read.text("slug")).status() == 410);
    assertThat(visitor.get(at).status()).isEqualTo(410);
  }

  @Test
  void an_edit_needs_the_newest_etag() {
    String at = "/api/articles/" + create("en", unique("Edit"), "One.").text("id");
    Map<String, Object> edit =
        Map.of("language", "en", "title", unique("Edited"), "body", "Two.", "format", "markdown");

    assertThat(admin.put(at, edit).status()).isEqualTo(428);
    Http.Answer done = admin.with("If-Match", "\"1\"").put(at, edit);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.header("ETag")).isEqualTo("\"2\"");
    assertThat(admin.with("If-Match", "\"1\"").put(at, edit).status()).isEqualTo(412);
    assertThat(admin.get(at).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void bad_input_names_the_field() {
    Http.Answer answer =
        admin.post(
            "/api/articles",
            Map.of("language", "de", "title", "", "body", "x", "format", "papyrus"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("violations/0/field")).isIn("title", "format");
    assertThat(
            visitor
                .post(
                    "/api/articles",
                    Map.of("language", "de", "title", "x", "body", "y", "format", "html"))
                .status())
        .isEqualTo(401);
  }

  @Test
  void lists_are_paged_by_a_cursor() {
    for (int i = 0; i < 3; i++) {
      published("fr", unique("Page"), "Texte.");
    }

    Http.Answer first = visitor.get("/api/articles?language=fr&limit=2");

    assertThat((List<?>) first.at("items")).hasSize(2);
    assertThat(first.text("next")).isNotBlank();
    assertThat(first.header("Link")).contains("rel=\"next\"");
    Http.Answer second =
        visitor.get("/api/articles?language=fr&limit=2&after=" + first.text("next"));
    assertThat(second.text("items/0/id"))
        .isNotIn(first.text("items/0/id"), first.text("items/1/id"));
  }

  @Test
  void a_reader_recommends_once() {
    String at =
        "/api/articles/" + published("de", unique("Empfehlung"), "Text.") + "/recommendation";

    Http.Answer first = visitor.put(at, null);
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.text("count")).isEqualTo("1");
    assertThat(first.text("recommended")).isEqualTo("true");
    String cookie =
        first.headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("reader="))
            .findFirst()
            .orElseThrow()
            .split(";", 2)[0];
    Http same = visitor.with("Cookie", cookie);
    assertThat(same.put(at, null).text("count")).isEqualTo("1");
    assertThat(visitor.get(at).text("count")).isEqualTo("1");
    assertThat(visitor.get(at).text("recommended")).isEqualTo("false");
    assertThat(visitor.put(at, null).text("count")).isEqualTo("2");
    assertThat(same.delete(at).text("count")).isEqualTo("1");
  }

  @Test
  void a_comment_takes_a_sum() throws Exception {
    String article = published("de", unique("Gespräch"), "Text.");
    Http.Answer challenge = visitor.get("/api/challenges?article=" + article + "&language=de");
    assertThat(challenge.text("question")).containsPattern("\\d+ [+−×] \\d+");
    Map<String, Object> comment =
        Map.of(
            "article",
            article,
            "name",
            "Ilse",
            "email",
            "ilse@example.org",
            "body",
            "Das *stimmt*.",
            "language",
            "de",
            "challenge",
            Map.of(
                "token",
                challenge.text("token"),
                "answer",
                Integer.toString(Sum.of(challenge.text("question")))));

    Thread.sleep(2100); // a person takes that long; faster is refused

    Http.Answer made = visitor.post("/api/comments", comment);
    assertThat(made.status()).as(made.body()).isIn(201, 202);
    assertThat(made.body()).doesNotContain("ilse@example.org");
    Http.Answer thread = visitor.get("/api/comments?article=" + article);
    assertThat(thread.text("items/0/id")).isEqualTo(made.text("id"));
    assertThat(thread.text("total")).isEqualTo("1");
    assertThat(thread.body()).doesNotContain("ilse@example.org");
    assertThat(
            admin
                .put("/api/comments/" + made.text("id") + "/verdict", Map.of("verdict", "spam"))
                .status())
        .isBetween(200, 204);
    assertThat((List<?>) visitor.get("/api/comments?article=" + article).at("items")).isEmpty();
  }

  @Test
  void a_person_translates_segment_by_segment_and_gives_it_to_readers() {
    String article = published("de", "Morgen am Fluss", "Der Fluss ist still. Ein Boot kommt.");
    String at = "/api/translations/" + article + "/en";
    await().atMost(SOON).until(() -> visitor.as(token()).get(at).status() == 200);
    Http.Answer segments = admin.get(at);
    List<Map<String, Object>> all = segments.at("segments");
    assertThat(all).hasSize(3);
    assertThat(all).extracting(s -> s.get("state")).containsOnly("missing");

    int n = 0;
    for (Map<String, Object> segment : all) {
      Http.Answer put =
          admin
              .with("If-Match", "\"" + segment.get("version") + "\"")
              .put(
                  at + "/segments/" + segment.get("id"),
                  Map.of("text", "English " + "x".repeat(++n) + ".", "approve", true));
      assertThat(put.status()).as(put.body()).isEqualTo(200);
    }
    assertThat(admin.put(at + "/publication", Map.of()).status()).isBetween(200, 204);
    await()
        .atMost(SOON)
        .until(() -> visitor.get("/api/articles/" + article + "?language=en").status() == 200);
    Http.Answer english = visitor.get("/api/articles/" + article + "?language=en");
    assertThat(english.text("origin")).isEqualTo("human");
    assertThat(english.text("status")).isEqualTo("current");
    assertThat((List<?>) english.at("editions")).hasSize(2);
    assertThat(visitor.get("/en/" + english.text("slug")).status()).isEqualTo(200);
    assertThat(admin.delete(at + "/publication").status()).isBetween(200, 204);
    await().atMost(SOON).until(() -> visitor.get("/en/" + english.text("slug")).status() != 200);
  }

  private String token() {
    return admin.headers().get("Authorization").substring("Bearer ".length());
  }

  @Test
  void the_root_chooses_a_language() {
    Http.Answer answer = visitor.with("Accept-Language", "es-MX,en;q=0.5").get("/");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/es/");
    assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Accept-Language");
    assertThat(visitor.get("/").header("Location")).endsWith("/de/");
  }

  @Test
  void readers_programs_are_served() {
    assertThat(visitor.get("/de/feed.atom").header("Content-Type"))
        .startsWith("application/atom+xml");
    assertThat(visitor.get("/de/feed.rss").header("Content-Type"))
        .startsWith("application/rss+xml");
    assertThat(visitor.get("/de/feed.json").header("Content-Type"))
        .startsWith("application/feed+json");
    assertThat(visitor.get("/sitemap.xml").body()).contains("hreflang");
    assertThat(visitor.get("/robots.txt").body()).contains("Sitemap:");
  }

  @Test
  void what_is_the_houses_own_is_not_routed() {
    assertThat(visitor.get("/changes").status()).isEqualTo(404);
    assertThat(visitor.get("/api/changes").status()).isEqualTo(404);
    assertThat(
            visitor
                .with("Voxpop-Reader", "x")
                .with("Voxpop-Internal", "y")
                .get("/api/articles?language=de")
                .status())
        .isEqualTo(200);
  }

  @Test
  void a_form_of_another_site_is_refused() {
    Http foreign =
        visitor
            .with("Sec-Fetch-Site", "cross-site")
            .with("Content-Type", "application/x-www-form-urlencoded");

    assertThat(foreign.post("/de/x/recommendation", "recommended=true").status()).isEqualTo(403);
    assertThat(
            visitor
                .with("Origin", "https://elsewhere.example")
                .post("/api/comments", Map.of())
                .status())
        .isEqualTo(403);
  }
}
