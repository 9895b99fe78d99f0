package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

/**
 * One sentence edited is one sentence translated again, and no reader sees what nobody has read.
 */
class StaysTrueTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** What a page says of itself while its text is older than its source. */
  private static final String NOTICE =
      "(?s)<p class=\"note\"><svg class=\"clock\".*?</p>|\\s?<svg"
          + " class=\"clock\".*?</svg>\\s*<small>.*?</small>";

  private final Http visitor = Platform.get().http();
  private final Http admin = Platform.get().administrator();

  @Test
  void one_edited_sentence_is_one_segment_for_apertium_and_the_page_stays_but_for_its_notice() {
    RealPart.needed("apertium-apy");
    String title = "The old house " + UUID.randomUUID().toString().substring(0, 6);
    String article = admin.post("/api/articles", draft(title, "is old")).text("id");
    publish(article);
    String desk = "/api/translations/" + article + "/es";
    await().atMost(SOON).until(() -> admin.get(desk).status() == 200);
    String first = done(admin.post(desk, null).header("Location"));
    for (Map<String, Object> segment : segments(desk)) {
      Http.Answer approved =
          admin
              .with("If-Match", "\"" + segment.get("version") + "\"")
              .put(
                  desk + "/segments/" + segment.get("id"),
                  Map.of("text", segment.get("target"), "approve", true));
      assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }
    await().atMost(SOON).until(() -> edition(article).text("origin"), "human"::equals);
    String path = "/es/" + edition(article).text("slug");
    String before = settled(path);
    assertThat(before.replaceAll(NOTICE, "")).isEqualTo(before);

    Http.Answer draft = admin.get("/api/articles/" + article);
    Http.Answer edited =
        admin
            .with("If-Match", draft.header("ETag"))
            .put("/api/articles/" + article, draft(title, "117 is old", "117 is new"));
    assertThat(edited.status()).as(edited.body()).isEqualTo(200);
    publish(article);
    await().atMost(SOON).until(() -> edition(article).text("status"), "stale"::equals);
    await()
        .atMost(SOON)
        .until(() -> segments(desk).stream().anyMatch(s -> s.get("candidate") != null));

    assertThat(segments(desk).stream().map(s -> s.get("state")).filter("stale"::equals)).hasSize(1);
    Http.Answer job = admin.get("/api/translations/jobs?limit=1");
    assertThat(job.text("items/0/article")).isEqualTo(article);
    assertThat(job.text("items/0/id")).isNotEqualTo(first);
    assertThat(job.<Number>at("items/0/total")).isEqualTo(1);
    String after = settled(path);
    assertThat(after).isNotEqualTo(before);
    assertThat(after.replaceAll(NOTICE, "")).isEqualTo(before);
  }

  private static Map<String, Object> draft(String title, String... edit) {
    String body =
        IntStream.range(100, 140)
            .mapToObj(i -> "The house number " + i + " is old and the garden is big.")
            .collect(Collectors.joining(" "));
    return Map.of(
        "language",
        "en",
        "title",
        title,
        "body",
        edit.length < 2 ? body : body.replace(edit[0], edit[1]),
        "format",
        "markdown");
  }

  private void publish(String article) {
    assertThat(admin.put("/api/articles/" + article + "/publication", Map.of()).status())
        .isEqualTo(200);
  }

  private List<Map<String, Object>> segments(String desk) {
    return admin.get(desk).at("segments");
  }

  private String done(String job) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.get(job), answer -> "done".equals(answer.text("state")))
        .text("id");
  }

  private Http.Answer edition(String article) {
    return visitor.get("/api/articles/" + article + "?language=es");
  }

  /** The page, when what comes after a publication (related articles, other languages) is done. */
  private String settled(String path) {
    String[] last = {""};
    return await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              String now = visitor.get(path).body();
              boolean same = now.equals(last[0]);
              last[0] = now;
              return same ? now : "";
            },
            page -> !page.isEmpty());
  }
}
