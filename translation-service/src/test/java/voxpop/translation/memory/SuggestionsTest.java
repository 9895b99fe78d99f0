package voxpop.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class SuggestionsTest extends WorkshopTest {
  @Test
  void what_a_person_approved_is_suggested_for_the_same_and_for_like_sentences_likest_first() {
    UUID first =
        publish(
            "<p>The ferry leaves at nine in the morning. The ferry leaves at ten in the morning."
                + " Nobody waits.</p>");
    approveAll(first, "es", source -> "[" + source + "]");
    UUID second = publish("<p>The ferry leaves at ten in the <b>evening</b>.</p>");
    Map<String, Object> segment =
        segment(desk(second, "es"), "The ferry leaves at ten in the <b>evening</b>.");
    Http.Answer help =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> suggestions(second, segment), h -> h.<List<?>>at("items").size() == 2);
    assertThat(help.text("items/0/text")).isEqualTo("[The ferry leaves at ten in the morning.]");
    assertThat(help.<Number>at("items/0/score")).isEqualTo(87);
    assertThat(help.text("items/0/origin")).isEqualTo("person");
    assertThat(help.text("items/0/article")).isEqualTo(first.toString());
    assertThat(help.<Number>at("items/1/score")).isEqualTo(75);
    // the same sentence: 100, and before what is only like it
    UUID third = publish("<p>The ferry leaves at nine in the morning.</p>");
    help =
        suggestions(third, segment(desk(third, "es"), "The ferry leaves at nine in the morning."));
    assertThat(help.<Number>at("items/0/score")).isEqualTo(100);
    assertThat(help.<Number>at("items/1/score")).isEqualTo(87);
    // in this pair only
    assertThat(
            editor()
                .get(
                    "/api/translations/%s/de/segments/%s/suggestions"
                        .formatted(second, segment.get("id")))
                .<List<?>>at("items"))
        .isEmpty();
  }

  @Test
  void what_is_forgotten_is_not_suggested_again() {
    UUID article = publish("<p>A wrong word stands in this one.</p>");
    approveAll(article, "es", source -> "[" + source + "]");
    String ask =
        "/api/memory?source=en&target=es&text="
            + URLEncoder.encode("A wrong word stands in this line.", StandardCharsets.UTF_8);
    Http.Answer found =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> editor().get(ask), a -> !a.<List<?>>at("items").isEmpty());
    assertThat(editor().delete("/api/memory/" + found.text("items/0/id")).status()).isEqualTo(204);
    assertThat(editor().get(ask).<List<?>>at("items")).isEmpty();
    assertThat(http.get(ask).status()).isEqualTo(401);
    assertThat(editor().get("/api/memory?source=en&target=es&text=").status()).isEqualTo(400);
  }

  private Http.Answer suggestions(UUID article, Map<String, Object> segment) {
    Http.Answer answer =
        editor()
            .get(
                "/api/translations/%s/es/segments/%s/suggestions"
                    .formatted(article, segment.get("id")));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
