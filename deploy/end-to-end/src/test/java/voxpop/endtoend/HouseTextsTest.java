package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

/** What the house itself says goes through the same workshop as articles, to the same readers. */
class HouseTextsTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Http visitor = Platform.get().http();
  private final Http admin = Platform.get().administrator();

  @Test
  void a_topic_a_menu_and_a_series_reach_readers_in_their_language_once_they_are_approved() {
    String mark = UUID.randomUUID().toString().substring(0, 6);
    String article = published("Weg " + mark, "Topic " + mark);
    String next = published("Pfad " + mark, "Topic " + mark);
    String topic = admin.get("/api/topics/topic-" + mark).text("id");
    String menu = menu("Wege " + mark, "topic-" + mark).text("id");
    String series =
        made(
            admin.post(
                "/api/series",
                Map.of(
                    "name",
                    "Reihe " + mark,
                    "language",
                    "de",
                    "articles",
                    List.of(article, next))));
    for (String text : List.of(article, next, topic, menu, series)) approve(text, mark);

    String way = "/es/es-weg-" + mark;
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(visitor.get(way).body())
                    .contains(
                        ">ES Topic " + mark + "</a>",
                        ">ES Wege " + mark + "</a>",
                        ">ES Reihe " + mark + "</a>",
                        "rel=\"next\" href=\"/es/es-pfad-" + mark + "\""));
    assertThat(visitor.get("/es/series/reihe-" + mark).body()).contains("ES Pfad " + mark);

    String before = visitor.get("/es/topic/topic-" + mark).body();
    assertThat(before).contains("<h1>ES Topic " + mark + "</h1>");
    admin.put("/api/topics/topic-" + mark, Map.of("name", "Thema " + mark));
    await()
        .atMost(SOON)
        .until(
            () -> visitor.get("/api/topics/topic-" + mark + "?language=es").text("status"),
            "stale"::equals);
    assertThat(visitor.get("/es/topic/topic-" + mark).body())
        .contains("<h1>ES Topic " + mark + "</h1>");
    assertThat(visitor.get("/de/topic/topic-" + mark).body())
        .contains("<h1>Thema " + mark + "</h1>");
    approve(topic, mark);
    await()
        .atMost(SOON)
        .until(
            () ->
                visitor
                    .get("/es/topic/topic-" + mark)
                    .body()
                    .contains("<h1>ES Thema " + mark + "</h1>"));
    assertThat(admin.put("/api/menu", Map.of("lines", List.of())).status()).isEqualTo(200);
  }

  private Http.Answer menu(String label, String topic) {
    Map<String, Object> line = Map.of("label", label, "kind", "topic", "target", topic);
    return admin.put("/api/menu", Map.of("language", "de", "lines", List.of(line)));
  }

  private String published(String title, String topic) {
    String id =
        made(
            admin.post(
                "/api/articles",
                Map.of(
                    "language",
                    "de",
                    "title",
                    title,
                    "body",
                    "Ein Satz.",
                    "format",
                    "markdown",
                    "topics",
                    List.of(topic))));
    assertThat(admin.put("/api/articles/" + id + "/publication", Map.of()).status()).isEqualTo(200);
    return id;
  }

  private static String made(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.text("id");
  }

  /** Says all of it in Spanish, and gives it to readers. */
  private void approve(String text, String mark) {
    String desk = "/api/translations/" + text + "/es";
    await().atMost(SOON).until(() -> admin.get(desk).body().contains(mark));
    await().atMost(SOON).until(() -> waiting(desk) > 0);
    List<Map<String, Object>> segments = admin.get(desk).at("segments");
    for (Map<String, Object> segment : segments) {
      Http.Answer approved =
          admin
              .with("If-Match", "\"" + segment.get("version") + "\"")
              .put(
                  desk + "/segments/" + segment.get("id"),
                  Map.of("text", "ES " + segment.get("source"), "approve", true));
      assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }
    Http.Answer given = admin.put(desk + "/publication", Map.of());
    assertThat(given.status()).as(given.body()).isEqualTo(200);
  }

  private long waiting(String desk) {
    List<Map<String, Object>> segments = admin.get(desk).at("segments");
    return segments.stream().filter(segment -> !"approved".equals(segment.get("state"))).count();
  }
}
