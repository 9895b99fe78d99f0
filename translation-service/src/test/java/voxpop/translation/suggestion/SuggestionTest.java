package voxpop.translation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.DiscussionStandIn;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class SuggestionTest extends WorkshopTest {
  private static final String TEXT = "<p>One. Two <b>big</b> ones.</p>";
  private static final String REVIEW = "/api/translations/suggestions";
  private final DiscussionStandIn comments = new DiscussionStandIn();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("micronaut.http.services.comment-service.urls", comments.address());
    settings.put("voxpop.suggestions.per-reader", "6");
    settings.put("voxpop.suggestions.waiting", "3");
    return settings;
  }

  @AfterAll
  void end() {
    comments.close();
  }

  @Test
  void anybody_suggests_with_the_sum_and_a_translator_takes_it() {
    UUID article = given();
    Http.Answer sentences = http.get(path(article, "sentences"));
    assertThat(sentences.<List<Map<String, Object>>>at("items"))
        .extracting(sentence -> sentence.get("text"))
        .containsExactly("[A title]", "[One.]", "[Two <b>big</b> ones.]");
    String segment = sentences.text("items/1/id");
    Http.Answer received = suggest(article, segment, "Uno.", "t1", "9");
    assertThat(received.status()).as(received.body()).isEqualTo(201);
    assertThat(received.text("state")).isEqualTo("waiting");
    assertThat(edition(article, "es").text("html")).contains("[One.]");
    Http.Answer list = editor().get(REVIEW + "?language=es");
    assertThat(list.text("items/0/origin")).isEqualTo("reader");
    assertThat(list.text("items/0/source")).isEqualTo("One.");
    assertThat(list.text("items/0/target")).isEqualTo("[One.]");
    assertThat(list.text("items/0/text")).isEqualTo("Uno.");
    assertThat(list.<Boolean>at("items/0/current")).isTrue();
    String verdict = REVIEW + "/" + received.text("id") + "/verdict";
    int version = list.<Integer>at("items/0/version");
    assertThat(editor().put(verdict, Map.of("verdict", "accepted")).status()).isEqualTo(400);
    assertThat(editor().put(verdict, accepted(version + 1)).status()).isEqualTo(412);
    Http.Answer taken = editor().put(verdict, accepted(version));
    assertThat(taken.text("state")).isEqualTo("accepted");
    assertThat(taken.text("decidedBy")).isNotBlank();
    assertThat(edition(article, "es").text("html")).startsWith("<p>Uno. ");
    assertThat(editor().get(REVIEW + "?language=es").body()).doesNotContain(received.text("id"));
    assertThat(editor().get(REVIEW + "?state=accepted").body()).contains(received.text("id"));
  }

  @Test
  void a_sum_that_is_wrong_used_or_missing_keeps_it_out() {
    UUID article = given();
    String segment = http.get(path(article, "sentences")).text("items/1/id");
    Http.Answer wrong = suggest(article, segment, "Uno.", "w1", "8");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("violations/0/field")).isEqualTo("challenge.answer");
    assertThat(suggest(article, segment, "Uno.", "w1", "9").text("violations/0/field"))
        .isEqualTo("challenge.token");
    Http.Answer none =
        http.post(path(article, "suggestions"), Map.of("segment", segment, "text", "Uno."));
    assertThat(none.text("violations/0/field")).isEqualTo("challenge");
    Map<String, Object> pot = body(segment, "Uno.", "w2", "9");
    pot.put("website", "http://spam.example");
    assertThat(http.post(path(article, "suggestions"), pot).status()).isEqualTo(400);
    // whoever has an account needs no sum
    Http.Answer own =
        http.as(TestTokens.of(Role.AUTHOR))
            .post(path(article, "suggestions"), Map.of("segment", segment, "text", "Uno."));
    assertThat(own.status()).isEqualTo(201);
  }

  @Test
  void what_breaks_the_markup_says_the_same_or_is_too_much_is_refused_and_costs_no_sum() {
    UUID article = given();
    Http.Answer sentences = http.get(path(article, "sentences"));
    String two = sentences.text("items/2/id");
    assertThat(suggest(article, two, "Dos grandes.", "b1", "9").text("violations/0/field"))
        .isEqualTo("text");
    assertThat(suggest(article, two, "[Two <b>big</b> ones.]", "b1", "9").status()).isEqualTo(400);
    assertThat(suggest(article, two, "x".repeat(5001), "b1", "9").status()).isEqualTo(400);
    String gone = UUID.randomUUID().toString();
    assertThat(suggest(article, gone, "Dos.", "b1", "9").status()).isEqualTo(404);
    Http.Answer first = suggest(article, two, "Dos <b>grandes</b>.", "b1", "9");
    assertThat(first.status()).isEqualTo(201);
    assertThat(suggest(article, two, "Dos <b>grandes</b>.", "b2", "9").text("id"))
        .as("said twice, it waits once")
        .isEqualTo(first.text("id"));
    suggest(article, two, "Dos <b>enormes</b>.", "b3", "9");
    suggest(article, two, "Un par <b>grande</b>.", "b4", "9");
    Http.Answer enough = suggest(article, two, "Dos muy <b>grandes</b>.", "b5", "9");
    assertThat(enough.status()).isEqualTo(409);
    assertThat(enough.text("type")).isEqualTo("/problems/enough-suggestions");
  }

  @Test
  void who_suggests_too_often_waits() {
    UUID article = given();
    String segment = http.get(path(article, "sentences")).text("items/1/id");
    Http reader = http.with("Voxpop-Reader", "a-busy-reader");
    Http.Answer answer = null;
    for (int i = 0; i < 7; i++) {
      answer = reader.post(path(article, "suggestions"), body(segment, "Uno " + i, "p" + i, "8"));
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isNotNull();
  }

  @Test
  void only_what_readers_see_can_be_bettered_and_only_its_translators_decide() {
    UUID article = publish(TEXT);
    desk(article, "es");
    assertThat(http.get(path(article, "sentences")).status()).isEqualTo(404);
    give(article, "es");
    String segment = http.get(path(article, "sentences")).text("items/1/id");
    String id = suggest(article, segment, "Uno.", "d1", "9").text("id");
    Http french = http.as(TestTokens.of(UUID.randomUUID(), List.of("fr"), Role.TRANSLATOR));
    String verdict = REVIEW + "/" + id + "/verdict";
    assertThat(http.get(REVIEW).status()).isEqualTo(401);
    assertThat(french.get(REVIEW).body()).doesNotContain(id);
    assertThat(french.put(verdict, Map.of("verdict", "rejected")).status()).isEqualTo(403);
    assertThat(editor().put(verdict, Map.of("verdict", "maybe")).status()).isEqualTo(400);
    assertThat(editor().put(verdict, Map.of("verdict", "rejected")).text("state"))
        .isEqualTo("rejected");
    assertThat(edition(article, "es").text("html")).contains("[One.]");
    edit(article, TEXT.replace("One.", "Another."));
    desk(article, "es", answer -> all(answer, "source").contains("Another."));
    suggest(article, segment, "Otra.", "d2", "9");
    edit(article, TEXT.replace("One.", "A third."));
    desk(article, "es", answer -> all(answer, "source").contains("A third."));
    Http.Answer list = editor().get(REVIEW + "?language=es&article=" + article);
    assertThat(list.<Boolean>at("items/0/current")).isFalse();
    articles.remove(article);
    await().until(() -> !editor().get(REVIEW + "?state=rejected").body().contains(id));
  }

  private UUID given() {
    UUID article = publish(TEXT);
    give(article, "es");
    return article;
  }

  private Http.Answer suggest(
      UUID article, String segment, String text, String token, String answer) {
    return http.post(path(article, "suggestions"), body(segment, text, token, answer));
  }

  private static Map<String, Object> body(
      String segment, String text, String token, String answer) {
    Map<String, Object> body = new HashMap<>();
    body.put("segment", segment);
    body.put("text", text);
    body.put("challenge", Map.of("token", token + segment, "answer", answer));
    return body;
  }

  private static Map<String, Object> accepted(int version) {
    return Map.of("verdict", "accepted", "version", version);
  }

  private static String path(UUID article, String last) {
    return "/api/translations/" + article + "/es/" + last;
  }
}
