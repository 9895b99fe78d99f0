package voxpop.comment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voxpop.comment.DiscussionTest;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class LanguageTest extends DiscussionTest {
  private static final List<String> SITE = List.of("de", "en", "es", "fr", "fi", "tr", "ar", "eo");
  private UUID article;

  @BeforeAll
  void publish() {
    articles.speak(SITE.toArray(String[]::new));
    article = articles.tell(UUID.randomUUID(), "published", "open", "de");
    await()
        .until(
            () ->
                "en"
                    .equals(
                        post(article, "The weather was fine and nobody complained about it.")
                            .text("language")));
  }

  @ParameterizedTest
  @CsvSource({
    "de,'Ich war dabei, es roch nach Tang und Teer.'",
    "en,I was there and it smelled of tar and seaweed.",
    "es,Yo estuve allí y olía a algas y a alquitrán.",
    "fr,J’y étais et ça sentait les algues et le goudron.",
    "fi,'Olin siellä, ja siellä haisi levä ja terva.'",
    "tr,Oradaydım ve yosun ile katran kokuyordu.",
    "ar,كنت هناك وكانت رائحة الأعشاب البحرية قوية"
  })
  void a_comment_is_taken_for_what_it_is_written_in(String language, String body) {
    assertThat(post(http, comment(article, body)).text("language")).isEqualTo(language);
    // wherever it was written
    Map<String, Object> typed = with(comment(article, body), "challenge", solved(http, article));
    assertThat(http.post("/api/comments?language=fi", typed).text("language")).isEqualTo(language);
  }

  @Test
  void what_its_writer_has_chosen_counts_and_too_little_text_is_the_pages() {
    Map<String, Object> chosen =
        with(comment(article, "I was there and it smelled of tar."), "language", "fr");
    assertThat(post(http, chosen).text("language")).isEqualTo("fr");
    Map<String, Object> little = with(comment(article, "OK!"), "challenge", solved(http, article));
    assertThat(http.post("/api/comments?language=es", little).text("language")).isEqualTo("es");
    assertThat(post(article, "Aha.").text("language")).isEqualTo("de");
  }

  @Test
  void its_writer_can_say_better_and_nobody_else_but_a_moderator() {
    Http writer = http.reader("a-writer");
    String id = post(writer, comment(article, "Muy bien hecho, gracias a todos.")).text("id");
    String path = "/api/comments/" + id + "/language";
    assertThat(http.put(path, Map.of("language", "fr")).status()).isEqualTo(403);
    assertThat(http.reader("another").put(path, Map.of("language", "fr")).status()).isEqualTo(403);
    assertThat(writer.put(path, Map.of("language", "not a tag")).status()).isEqualTo(400);
    assertThat(writer.put(path, Map.of("language", "pt-br")).text("language")).isEqualTo("pt-BR");
    assertThat(http.get("/api/comments/" + id).text("language")).isEqualTo("pt-BR");
    Http moderator = http.as(TestTokens.of(Role.MODERATOR));
    assertThat(moderator.put(path, Map.of("language", "es")).text("language")).isEqualTo("es");
    assertThat(
            writer
                .put("/api/comments/" + UUID.randomUUID() + "/language", Map.of("language", "es"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void where_there_is_no_choice_nothing_is_guessed() {
    var guessing = new Guessing();
    String text = "The weather was fine and nobody complained about it.";
    assertThat(guessing.of(text, List.of())).isEmpty();
    assertThat(guessing.of(text, List.of("en"))).isEmpty();
    assertThat(guessing.of(text, List.of("xx", "en-GB", "de"))).hasValue("en-GB");
    assertThat(guessing.of("", List.of("en", "de"))).isEmpty();
  }
}
