package voxpop.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;

/** With the real Apertium and its pair eng-spa. */
@MicronautTest(transactional = false)
class ApertiumTest extends WorkshopTest {
  private final RealApertium apertium = RealApertium.start();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.apertium.address", apertium.address());
    return settings;
  }

  @AfterAll
  void stopApertium() {
    apertium.close();
  }

  @Test
  void it_is_found_working_with_its_pairs() {
    Http.Answer engines = http.get("/api/engines");
    assertThat(engines.text("items/0/name")).isEqualTo("apertium");
    assertThat(engines.<Boolean>at("items/0/up")).isTrue();
    assertThat(engines.<List<?>>at("items/0/pairs"))
        .anyMatch(pair -> pair.equals(Map.of("source", "en", "target", "es")));
    assertThat(engines.text("advice")).isNull();
  }

  @Test
  void a_pair_that_no_engine_has_is_refused() {
    UUID article = publish("<p>The house is big.</p>");
    desk(article, "fr");
    Http.Answer answer = editor().post("/api/translations/" + article + "/fr", null);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("type")).isEqualTo("/problems/no-engine");
  }

  @Test
  void an_article_is_translated_marked_as_a_machines_and_published() {
    UUID article =
        publish(
            "<p>The <b>red</b> house is <a href=\"https://e.example/?a=1&amp;b=2\">very"
                + " big</a>.</p><p>Use the <code>print house</code> command to see %1$s and {{the"
                + " name}}.</p><p>Write to me@house.example or <span translate=\"no\">The"
                + " House</span> before 2026, on https://the.house.example/the-house now.</p>");
    Http.Answer job = translate(article);
    assertThat(job.<Number>at("failed")).as(job.body()).isEqualTo(0);
    Http.Answer edition = edition(article, "es");
    assertThat(edition.text("origin")).isEqualTo("machine");
    assertThat(edition.text("status")).isEqualTo("current");
    String html = edition.text("html");
    assertThat(html).contains("<b>roja</b>").contains("casa").doesNotContain("<b>casa</b>");
    assertThat(html).contains("<a href=\"https://e.example/?a=1&amp;b=2\">muy grande</a>");
    assertThat(html).contains("<code>print house</code>").contains("%1$s").contains("{{the name}}");
    assertThat(html)
        .contains("me@house.example")
        .contains("<span translate=\"no\">The House</span>")
        .contains("2026")
        .contains("https://the.house.example/the-house");
    assertThat(all(desk(article, "es"), "state")).containsOnly("machine");
  }

  @Test
  void one_sentence_edited_is_one_segment_for_the_engine_and_no_other_page() {
    List<String> sentences =
        IntStream.range(0, 40)
            .mapToObj(i -> "The house number " + (i + 100) + " is old and the garden is big.")
            .toList();
    UUID article = publish(html(sentences));
    translate(article);
    for (Map<String, Object> segment : segments(desk(article, "es"))) {
      assertThat(put(article, "es", segment, (String) segment.get("target"), true).status())
          .isEqualTo(200);
    }
    Http.Answer before = edition(article, "es");
    assertThat(before.text("origin")).isEqualTo("human");
    apertium.asked.clear();
    edit(article, html(sentences).replace("number 117 is old", "number 117 is new"));
    Awaitility.await().until(() -> edition(article, "es").text("status").equals("stale"));
    Http.Answer desk =
        desk(
            article,
            "es",
            answer -> segments(answer).stream().anyMatch(s -> s.get("candidate") != null));
    assertThat(all(desk, "state")).containsOnlyOnce("stale");
    assertThat(apertium.asked).hasSize(1);
    assertThat(apertium.asked.getFirst()).contains("117");
    assertThat(edition(article, "es").text("html")).isEqualTo(before.text("html"));
  }

  @Test
  void the_second_run_costs_nothing() {
    UUID first = publish("<p>My sister reads a long letter.</p>");
    translate(first);
    UUID second = publish("<p>My sister reads a long letter.</p>");
    desk(second, "es");
    apertium.asked.clear();
    Http.Answer job = translate(second);
    assertThat(apertium.asked).isEmpty();
    assertThat(job.<Number>at("characters/engine")).isEqualTo(0);
    assertThat(job.<Number>at("characters/memory").intValue()).isPositive();
    assertThat(edition(second, "es").status()).isEqualTo(200);
  }

  private Http.Answer translate(UUID article) {
    desk(article, "es");
    Http.Answer asked = editor().post("/api/translations/" + article + "/es", null);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    return Awaitility.await()
        .until(
            () -> editor().get(asked.header("Location")), job -> job.text("state").equals("done"));
  }

  private static String html(List<String> sentences) {
    return sentences.stream().collect(Collectors.joining(" ", "<p>", "</p>"));
  }
}
