package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.kit.test.Promised;

/**
 * However articles are published, withdrawn, renamed and translated: whoever asks in which language
 * something can be read gets one answer everywhere.
 */
class AlternatesTest {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  // On two busy cores what comes by feeds may come later.
  private static final Duration EVENTUALLY = Duration.ofSeconds(60);
  private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "fi", "tr");
  private static final int STEPS = 40;

  private final Http visitor = Platform.get().http();
  private Http admin = Platform.get().administrator();

  /** What the test knows of an article: its slugs now, by language, and those it once had. */
  private static final class Known {
    final String id;
    final String language;
    final Map<String, String> now = new TreeMap<>();
    final Map<String, TreeSet<String>> once = new TreeMap<>();
    boolean withdrawn;

    Known(String id, String language) {
      this.id = id;
      this.language = language;
    }

    void named(String language, String slug) {
      String before = now.put(language, slug);
      if (before != null && !before.equals(slug)) {
        once.computeIfAbsent(language, l -> new TreeSet<>()).add(before);
      }
      once.getOrDefault(language, new TreeSet<>()).remove(slug);
    }
  }

  @Test
  void all_that_tells_of_languages_tells_the_same() {
    long seed = Long.getLong("voxpop.seed", System.nanoTime());
    System.out.println("-Dvoxpop.seed=" + seed);
    Random random = new Random(seed);
    List<Known> articles = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (step % 20 == 19) admin = Platform.get().administrator();
      Known one =
          articles.isEmpty() || random.nextInt(4) == 0
              ? write(articles, random)
              : articles.get(random.nextInt(articles.size()));
      switch (random.nextInt(5)) {
        case 0 -> withdrawOrBringBack(one);
        case 1 -> rename(one, random);
        case 2 -> takeBack(one, random);
        default -> translate(one, random);
      }
    }
    for (Known one : articles) {
      await("what readers get of " + one.id).atMost(EVENTUALLY).untilAsserted(() -> holds(one));
    }

    await("a crawl without errors, seed " + seed)
        .atMost(EVENTUALLY)
        .untilAsserted(() -> assertThat(Crawl.of(visitor, LANGUAGES).errors()).isEmpty());
    Map<String, Crawl.Page> pages = Crawl.of(visitor, LANGUAGES).pages();
    for (Known one : articles) {
      if (one.withdrawn) continue;
      one.now.forEach(
          (language, slug) ->
              assertThat(pages.get("/" + language + "/" + slug).alternates().keySet())
                  .containsExactlyInAnyOrderElementsOf(
                      java.util.stream.Stream.concat(
                              one.now.keySet().stream(), java.util.stream.Stream.of("x-default"))
                          .toList()));
    }
  }

  @Test
  void a_new_edition_is_everywhere_within_two_seconds() throws Exception {
    Promised.within(
        PROMISED,
        round -> {
          String word = "Quitte" + UUID.randomUUID().toString().substring(0, 8);
          String text = "Die " + word + " reift am Spalier. Niemand pflückt eine " + word + ".";
          String older = publish(draft("de", "Vom Spalier " + word, text)).text("id");
          Http.Answer article = publish(draft("de", "Reife Frucht " + word, text));
          return () -> isEverywhere(word, older, article.text("slug"));
        });
  }

  /** Lists, search, related, feeds, sitemap. */
  private void isEverywhere(String word, String older, String slug) {
    String at = "/de/" + slug;
    assertThat(visitor.get("/de/").body()).contains(at);
    assertThat(visitor.get("/api/articles?language=de").body()).contains(slug);
    assertThat(visitor.get("/de/search?q=" + word).body()).contains(at);
    assertThat(visitor.get("/api/articles/" + older + "/related?language=de").body())
        .contains(slug);
    assertThat(visitor.get("/de/feed.atom").body()).contains(at);
    assertThat(visitor.get("/de/feed.rss").body()).contains(at);
    assertThat(visitor.get("/de/feed.json").body()).contains(at);
    assertThat(visitor.get("/sitemap.xml").body()).contains(at + "<");
  }

  private void holds(Known one) {
    one.now.forEach(
        (language, slug) ->
            assertThat(visitor.get("/" + language + "/" + slug).status())
                .as("/%s/%s", language, slug)
                .isEqualTo(one.withdrawn ? 410 : 200));
    if (one.withdrawn) return;
    one.once.forEach(
        (language, slugs) ->
            slugs.forEach(
                old -> {
                  Http.Answer moved = visitor.get("/" + language + "/" + old);
                  if (one.now.containsKey(language)) {
                    assertThat(moved.status()).as("/%s/%s", language, old).isEqualTo(301);
                    assertThat(moved.header("Location"))
                        .endsWith("/" + language + "/" + one.now.get(language));
                  } else {
                    assertThat(moved.status()).as("/%s/%s", language, old).isEqualTo(410);
                  }
                }));
  }

  /** Titles repeat, so that slugs collide. */
  private Known write(List<Known> articles, Random random) {
    String language = random.nextBoolean() ? "de" : "en";
    Http.Answer made =
        publish(draft(language, "Wiese " + random.nextInt(4), "Ein Satz " + random.nextInt(9)));
    Known one = new Known(made.text("id"), language);
    one.named(language, made.text("slug"));
    articles.add(one);
    return one;
  }

  private void withdrawOrBringBack(Known one) {
    Http.Answer answer =
        one.withdrawn
            ? admin.put("/api/articles/" + one.id + "/publication", Map.of())
            : admin.delete("/api/articles/" + one.id + "/publication");
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    one.withdrawn = !one.withdrawn;
  }

  private void rename(Known one, Random random) {
    String at = "/api/articles/" + one.id;
    Http.Answer before = admin.get(at + "/draft");
    Http.Answer edited =
        admin
            .with("If-Match", before.header("ETag"))
            .put(
                at,
                Map.of(
                    "language",
                    one.language,
                    "title",
                    before.text("title"),
                    "body",
                    before.text("body"),
                    "format",
                    "markdown",
                    "slug",
                    "feld-" + random.nextInt(6)));
    assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    Http.Answer published = admin.put(at + "/publication", Map.of());
    assertThat(published.status()).as(published.body()).isBetween(200, 204);
    one.withdrawn = false;
    one.named(one.language, visitor.get(at).text("slug"));
  }

  private void translate(Known one, Random random) {
    if (one.withdrawn) return;
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    if (language.equals(one.language)) return;
    String at = "/api/translations/" + one.id + "/" + language;
    await().atMost(EVENTUALLY).until(() -> admin.get(at).status() == 200);
    List<Map<String, Object>> segments = admin.get(at).at("segments");
    for (Map<String, Object> segment : segments) {
      if (segment.get("state").equals("approved")) continue;
      // a number in the source has to stand in the translation, too
      String text = "x" + segment.get("source").toString().replaceAll("[^0-9 ]", "");
      Http.Answer put =
          admin
              .with("If-Match", "\"" + segment.get("version") + "\"")
              .put(at + "/segments/" + segment.get("id"), Map.of("text", text, "approve", true));
      assertThat(put.status()).as(put.body()).isEqualTo(200);
    }
    String slug = "pre-" + random.nextInt(6);
    Http.Answer given = admin.put(at + "/publication", Map.of("slug", slug));
    assertThat(given.status()).as(given.body()).isBetween(200, 204);
    String edition = "/api/articles/" + one.id + "?language=" + language;
    await("the " + language + " edition named " + slug)
        .atMost(EVENTUALLY)
        .until(
            () -> {
              Http.Answer read = visitor.get(edition);
              return read.status() == 200 && read.text("slug").startsWith(slug);
            });
    one.named(language, visitor.get(edition).text("slug"));
  }

  private void takeBack(Known one, Random random) {
    List<String> translated =
        one.now.keySet().stream().filter(language -> !language.equals(one.language)).toList();
    if (one.withdrawn || translated.isEmpty()) return;
    String language = translated.get(random.nextInt(translated.size()));
    Http.Answer answer =
        admin.delete("/api/translations/" + one.id + "/" + language + "/publication");
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    String edition = "/api/articles/" + one.id + "?language=" + language;
    await().atMost(EVENTUALLY).until(() -> visitor.get(edition).status() != 200);
    one.once
        .computeIfAbsent(language, l -> new TreeSet<>())
        .add(java.util.Objects.requireNonNull(one.now.remove(language)));
  }

  private String draft(String language, String title, String body) {
    Http.Answer made =
        admin.post(
            "/api/articles",
            Map.of("language", language, "title", title, "body", body, "format", "markdown"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("id");
  }

  private Http.Answer publish(String id) {
    Http.Answer answer = admin.put("/api/articles/" + id + "/publication", Map.of());
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return visitor.get("/api/articles/" + id);
  }
}
