package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;
import voxpop.translation.engine.DeepLStandIn;
import voxpop.translation.engine.EngineStandIn.Fault;
import voxpop.translation.engine.LibreTranslateStandIn;

/** The queue with engines that fail in every way, and two of them in an order. */
@MicronautTest(transactional = false)
class EnginesAtWorkTest extends WorkshopTest {
  private final DeepLStandIn deepL = new DeepLStandIn();
  private final LibreTranslateStandIn libre = new LibreTranslateStandIn();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.engine.deepl.address", deepL.address());
    settings.put("voxpop.engine.deepl.key", DeepLStandIn.KEY);
    settings.put("voxpop.engine.deepl.timeout", "500ms");
    settings.put("voxpop.engine.libretranslate.address", libre.address());
    settings.put("voxpop.engine.libretranslate.key", LibreTranslateStandIn.KEY);
    settings.put("voxpop.engine.libretranslate.timeout", "500ms");
    settings.put("voxpop.engine.libretranslate.budget", "2000");
    settings.put("voxpop.engines.routes", "en>es=deepl,libretranslate;en>fr=libretranslate");
    settings.put("voxpop.engines.pause", "10ms");
    settings.put("voxpop.engines.rest", "400ms");
    settings.put("voxpop.translation.attempts", "2");
    return settings;
  }

  /** Until both are asked again: one that was probed while it failed is left out until the next. */
  @BeforeEach
  void calm() {
    deepL.fault = Fault.NONE;
    libre.fault = Fault.NONE;
    for (String engine : List.of("deepl", "libretranslate")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> told(engine),
              told -> told.get("up").equals(true) && !told.get("circuit").equals("open"));
    }
  }

  @AfterAll
  void stopEngines() {
    deepL.close();
    libre.close();
  }

  @Test
  void the_next_engine_of_the_route_helps_out() {
    deepL.fault = Fault.BROKEN;
    UUID article = publish("<p>The bakery opens at dawn. Nobody is awake.</p>");
    Http.Answer job = all(article);
    assertThat(job.text("engine")).isEqualTo("libretranslate");
    assertThat(all(desk(article, "es"), "state")).containsOnly("machine");
    calm();
    UUID other = publish("<p>The bakery closes at noon.</p>");
    assertThat(done(ask(other)).text("engine")).isEqualTo("deepl");
  }

  @Test
  void rubbish_half_an_answer_and_none_leave_everything_as_it_was() {
    for (Fault fault : List.of(Fault.RUBBISH, Fault.HALF, Fault.STALLING)) {
      UUID article = publish("<p>Rain falls on " + fault.name().toLowerCase() + ".</p>");
      give(article, "es");
      String before = edition(article, "es").text("html");
      deepL.fault = fault;
      libre.fault = fault;
      edit(article, "<p>Snow falls on " + fault.name().toLowerCase() + ".</p>");
      Http.Answer desk = desk(article, "es", d -> segments(d).get(1).get("failure") != null);
      assertThat(segments(desk).get(1)).containsEntry("state", "stale");
      assertThat((String) segments(desk).get(1).get("failure")).isNotBlank();
      assertThat(edition(article, "es").text("html")).isEqualTo(before);
      calm();
    }
  }

  @Test
  void the_glossary_is_enforced_for_an_engine_with_one_and_for_one_without() {
    editor().post("/api/glossary", term("gull", "translate", "gaviota"));
    editor().post("/api/glossary", term("Harbourmaster", "keep", null));
    UUID article = publish("<p>A <b>gull</b> sits on the Harbourmaster. Gulls cry.</p>");
    Http.Answer job = done(ask(article));
    assertThat(job.<Number>at("failed")).as(job.body()).isEqualTo(0);
    assertThat(job.text("engine")).isEqualTo("deepl");
    assertThat(segment(desk(article, "es"), "Gulls cry.").get("target").toString())
        .contains("Gaviota");
    assertThat(all(desk(article, "es"), "warnings")).allMatch(w -> ((List<?>) w).isEmpty());
    assertThat(job.<Number>at("characters/glossary").intValue()).isPositive();
    deepL.fault = Fault.BROKEN;
    UUID other = publish("<p>The gull flies over the Harbourmaster again.</p>");
    Http.Answer second = all(other);
    assertThat(second.text("engine")).isEqualTo("libretranslate");
    assertThat(segments(desk(other, "es")).get(1).get("target"))
        .as(second.body() + desk(other, "es").body())
        .isEqualTo("es The gaviota flies over the Harbourmaster again.");
    assertThat(libre.asked.getLast().body()).doesNotContain("Harbourmaster").doesNotContain("gull");
  }

  @Test
  void when_the_budget_is_used_up_the_job_waits_and_says_until_when() {
    UUID article = publish("<p>A very long story of the sea, " + "y".repeat(2100) + ".</p>");
    desk(article, "fr");
    Http.Answer asked = editor().post("/api/translations/" + article + "/fr", null);
    Http.Answer job =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> editor().get(asked.header("Location")),
                j -> "out-of-budget".equals(j.text("waiting")));
    assertThat(job.text("state")).isEqualTo("waiting");
    assertThat(job.text("waitingUntil")).endsWith("-01T00:00:00Z");
    assertThat(edition(article, "fr").status()).isEqualTo(404);
    Http.Answer engines = editor().get("/api/engines");
    assertThat(engines.body()).contains("\"limit\":2000");
    assertThat(http.get("/api/engines").body()).doesNotContain("\"limit\"");
    assertThat(editor().delete(asked.header("Location")).status()).isEqualTo(204);
    assertThat(editor().get(asked.header("Location")).text("state")).isEqualTo("cancelled");
  }

  private Map<String, Object> told(String engine) {
    List<Map<String, Object>> items = editor().get("/api/engines").at("items");
    return items.stream().filter(item -> item.get("name").equals(engine)).findFirst().orElseThrow();
  }

  private static Map<String, Object> term(String term, String rule, String translation) {
    Map<String, Object> input = new HashMap<>();
    input.put("source", "en");
    input.put("target", "es");
    input.put("term", term);
    input.put("rule", rule);
    input.put("translation", translation);
    return input;
  }

  @Override
  protected UUID publish(String html) {
    return articles.publish(Ids.next(), "en", "Title " + UUID.randomUUID(), html);
  }

  private Http.Answer ask(UUID article) {
    desk(article, "es");
    Http.Answer asked = editor().post("/api/translations/" + article + "/es", null);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    return asked;
  }

  /** On a busy machine the other engine may seem away, too: what is missing is asked for again. */
  private Http.Answer all(UUID article) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> done(ask(article)), job -> job.<Number>at("failed").intValue() == 0);
  }

  private Http.Answer done(Http.Answer asked) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> editor().get(asked.header("Location")), job -> job.text("state").equals("done"));
  }
}
