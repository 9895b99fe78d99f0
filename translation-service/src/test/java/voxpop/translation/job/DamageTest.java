package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;

/**
 * Damage that engines are known to do ({@code damage.json}), each at the first try or at every one.
 */
@MicronautTest(transactional = false)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DamageTest extends WorkshopTest {
  @Inject ScriptedEngine engine;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.test.scripted-engine", "true");
    return settings;
  }

  @Test
  @Order(1) // what is answered well afterwards, the memory knows
  void damage_is_refused_with_its_reason_and_left_to_people() throws IOException {
    Map<String, String> answers = new HashMap<>();
    fixtures().forEach(damage -> answers.put(damage.get("asked"), damage.get("answer")));
    // pieces asked for alone come back with a mark: stricter protection doesn't help either
    engine.script =
        text ->
            text.startsWith("Title")
                ? text
                : answers.getOrDefault(text, text.isBlank() ? text : "*" + text.strip());
    UUID article = publish();
    done(article);
    Http.Answer desk = desk(article, "es");
    for (Map<String, String> damage : fixtures()) {
      Map<String, Object> segment = segment(desk, damage.get("source"));
      assertThat(segment).as(damage.get("name")).containsEntry("state", "missing");
      assertThat((String) segment.get("failure"))
          .as(damage.get("name"))
          .contains(damage.get("reason"));
      assertThat((List<?>) segment.get("reasons"))
          .as(damage.get("name"))
          .isNotEmpty()
          .allSatisfy(reason -> assertThat(((Map<?, ?>) reason).get("code")).isNotEqualTo("other"));
    }
  }

  @Test
  void what_was_damaged_once_is_tried_again_with_stricter_protection() throws IOException {
    Map<String, String> answers = new HashMap<>();
    fixtures().forEach(damage -> answers.put(damage.get("asked"), damage.get("answer")));
    engine.script = text -> answers.getOrDefault(text, text);
    UUID article = publish();
    done(article);
    Http.Answer desk = desk(article, "es");
    for (Map<String, String> damage : fixtures()) {
      boolean parts = damage.get("asked").contains("<");
      assertThat(segment(desk, damage.get("source")))
          .as(damage.get("name"))
          .containsEntry("state", parts ? "machine" : "missing")
          .containsEntry("target", parts ? damage.get("source") : null);
    }
  }

  @Test
  void bold_that_moved_to_another_word_goes_back_to_its_own() {
    Map<String, String> answers =
        Map.of(
            "The <g1>red</g1> house burns.", "La <g1>casa</g1> roja arde.",
            "red", "rojo",
            "The <g1>old</g1> bridge stands.", "El puente <g1>viejo</g1> sigue.",
            "old", "anciano");
    engine.script = text -> answers.getOrDefault(text, text);
    UUID article =
        articles.publish(
            Ids.next(),
            "en",
            "Title of bold",
            "<p>The <b>red</b> house burns.</p><p>The <b>old</b> bridge stands.</p>");
    done(article);
    Http.Answer desk = desk(article, "es");
    assertThat(segment(desk, "The <b>red</b> house burns."))
        .containsEntry("target", "La casa <b>roja</b> arde.");
    // no sign that it is wrong where it is
    assertThat(segment(desk, "The <b>old</b> bridge stands."))
        .containsEntry("target", "El puente <b>viejo</b> sigue.");
  }

  @Test
  void a_line_break_that_an_engine_puts_into_a_sentence_is_a_space() {
    engine.script = text -> text.replace("long sentence", "frase\n\nlarga");
    UUID article = articles.publish(Ids.next(), "en", "Title of lines", "<p>A long sentence.</p>");
    done(article);
    assertThat(segment(desk(article, "es"), "A long sentence."))
        .containsEntry("target", "A frase larga.");
  }

  private UUID publish() throws IOException {
    String html =
        fixtures().stream()
            .map(damage -> "<p>" + damage.get("source").replace("& ", "&amp; ") + "</p>")
            .collect(Collectors.joining());
    return articles.publish(Ids.next(), "en", "Title " + UUID.randomUUID(), html);
  }

  private void done(UUID article) {
    desk(article, "es");
    Http.Answer asked = editor().post("/api/translations/" + article + "/es", null);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> editor().get(asked.header("Location")).text("state"), "done"::equals);
  }

  private static List<Map<String, String>> fixtures() throws IOException {
    try (var json = DamageTest.class.getResourceAsStream("/damage.json")) {
      return ObjectMapper.getDefault()
          .readValue(
              json.readAllBytes(), Argument.listOf(Argument.mapOf(String.class, String.class)));
    }
  }
}
