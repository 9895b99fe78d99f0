package voxpop.translation.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.translation.DiscussionStandIn;
import voxpop.translation.WorkshopTest;
import voxpop.translation.job.ScriptedEngine;

@MicronautTest(transactional = false)
class CommentTranslationTest extends WorkshopTest {
  @Inject ScriptedEngine engine;
  private final DiscussionStandIn thread = new DiscussionStandIn();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.test.scripted-engine", "true");
    settings.put("micronaut.http.services.comment-service.urls", thread.address());
    settings.put("voxpop.comment-translations.per-reader", "3");
    return settings;
  }

  @BeforeEach
  void calm() {
    engine.working = true;
    engine.script = text -> "es:" + text;
    engine.asked.clear();
  }

  @AfterAll
  void end() {
    thread.close();
  }

  @Test
  void a_comment_is_translated_once_and_kept() throws Exception {
    UUID id = thread.say("en", "<p>Well said. See <a href=\"/x\">this</a>.</p>");
    List<Thread> readers =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.startVirtualThread(() -> http.post(path(id, "es"), Map.of())))
            .toList();
    for (Thread reader : readers) reader.join();
    Http.Answer answer = http.post(path(id, "es"), Map.of());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.text("html")).startsWith("<p>es:Well said. ").contains("href=\"/x\"");
    assertThat(answer.text("from")).isEqualTo("en");
    assertThat(answer.text("origin")).isEqualTo("scripted");
    assertThat(engine.asked.stream().filter("Well said."::equals)).hasSize(1);
    assertThat(http.get(path(id, "es")).body()).isEqualTo(answer.body());
    assertThat(http.get(path(id, "fr")).status()).isEqualTo(404);
  }

  @Test
  void it_is_gone_when_the_comment_is() {
    UUID erased = thread.say("en", "<p>Forget me, please.</p>");
    assertThat(http.post(path(erased, "es"), Map.of()).status()).isEqualTo(200);
    thread.erase(erased);
    await().until(() -> texts(erased) == 0);
    assertThat(http.get(path(erased, "es")).status()).isEqualTo(404);
    assertThat(http.post(path(erased, "es"), Map.of()).status()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_done_is_said_and_costs_nothing() {
    UUID id = thread.say("en", "<p>What can be done about it?</p>");
    assertThat(http.post(path(id, "en"), Map.of()).text("type")).endsWith("/same-language");
    assertThat(http.post(path(id, "fr"), Map.of()).text("type")).endsWith("/no-engine");
    assertThat(http.post(path(id, "tlh"), Map.of()).status()).isEqualTo(404);
    assertThat(http.post(path(UUID.randomUUID(), "es"), Map.of()).status()).isEqualTo(404);
    engine.script =
        text -> {
          throw new voxpop.translation.engine.EngineAway("away");
        };
    assertThat(http.post(path(id, "es"), Map.of()).status()).isEqualTo(503);
    engine.script = text -> "es:" + text;
    assertThat(http.get(path(id, "es")).status()).isEqualTo(404);
  }

  @Test
  void a_sentence_that_a_person_has_approved_somewhere_is_taken_from_there() {
    UUID article = publish("<p>Nobody knows that here.</p>");
    approveAll(article, "es", source -> "Nadie lo sabe aquí.");
    engine.asked.clear();
    UUID id = thread.say("en", "<p>Nobody knows that here.</p>");
    Http.Answer answer = http.post(path(id, "es"), Map.of());
    assertThat(answer.text("html")).isEqualTo("<p>Nadie lo sabe aquí.</p>");
    assertThat(answer.text("origin")).isEqualTo("memory");
    assertThat(engine.asked).isEmpty();
  }

  @Test
  void who_asks_too_often_waits() {
    Http reader = http.with("Voxpop-Reader", "a-busy-reader");
    List<Integer> told =
        IntStream.range(0, 4)
            .map(
                i ->
                    reader
                        .post(
                            path(thread.say("en", "<p>Number " + i + " it is.</p>"), "es"),
                            Map.of())
                        .status())
            .boxed()
            .toList();
    assertThat(told).containsExactly(200, 200, 200, 429);
  }

  private long texts(UUID comment) {
    return server
        .getApplicationContext()
        .getBean(CommentTextRepository.class)
        .findByCommentAndLanguage(comment, "es")
        .stream()
        .count();
  }

  private static String path(UUID comment, String language) {
    return "/api/translations/comments/" + comment + "/" + language;
  }
}
