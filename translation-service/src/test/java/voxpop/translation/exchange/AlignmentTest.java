package voxpop.translation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.WorkshopTest;
import voxpop.translation.exchange.GaleChurch.Bead;
import voxpop.translation.exchange.GaleChurch.Extra;

@MicronautTest(transactional = false)
class AlignmentTest extends WorkshopTest {
  private static final String SOURCE =
      "<p>The bridge was built in a single summer by three neighbours. Nobody had asked them to."
          + " The office wrote a letter.</p>"
          + "<h2>What came of it</h2>"
          + "<ul><li>People cross it every day.</li><li>The office has stopped writing.</li></ul>";

  @Test
  void lengths_pair_two_short_sentences_with_the_long_one_that_says_both() {
    int[] source = {120, 40, 45, 80};
    int[] target = {125, 90, 78};
    assertThat(GaleChurch.align(source, target, 1, Extra.NONE))
        .containsExactly(new Bead(0, 1, 0, 1), new Bead(1, 3, 1, 2), new Bead(3, 4, 2, 3));
    assertThat(GaleChurch.align(target, source, 1, Extra.NONE))
        .containsExactly(new Bead(0, 1, 0, 1), new Bead(1, 2, 1, 3), new Bead(2, 3, 3, 4));
    assertThat(GaleChurch.align(new int[0], new int[0], 1, Extra.NONE)).isEmpty();
  }

  @Test
  void a_whole_text_is_aligned_block_by_block_and_sentence_by_sentence_and_approved() {
    UUID article = publish(SOURCE);
    desk(article, "es");
    Http.Answer taken =
        take(
            article,
            "html",
            "<p>Tres vecinos construyeron el puente en un solo verano. Nadie se lo había pedido. La"
                + " oficina escribió una carta.</p><h2>Lo que salió de ello</h2><ul><li>La gente lo"
                + " cruza todos los días.</li><li>La oficina ha dejado de escribir.</li></ul>");
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.<Integer>at("approved")).isEqualTo(7);
    assertThat(taken.<Integer>at("left")).isZero();
    Http.Answer desk = desk(article, "es");
    assertThat(all(desk, "state")).containsOnly("approved");
    assertThat(all(desk, "target"))
        .containsExactly(
            "Un título",
            "Tres vecinos construyeron el puente en un solo verano.",
            "Nadie se lo había pedido.",
            "La oficina escribió una carta.",
            "Lo que salió de ello",
            "La gente lo cruza todos los días.",
            "La oficina ha dejado de escribir.");
    assertThat(publication(article, "es", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void sentences_that_were_drawn_together_are_said_once() {
    UUID article = publish(SOURCE);
    desk(article, "es");
    take(
        article,
        "text",
        "Tres vecinos construyeron el puente en un solo verano. Nadie se lo había pedido, y la"
            + " oficina les escribió una carta.\n\nLo que salió de ello\n\nLa gente lo cruza todos"
            + " los días.\n\nLa oficina ha dejado de escribir.");
    List<Object> targets = all(desk(article, "es"), "target");
    assertThat(targets.subList(1, 4))
        .containsExactly(
            "Tres vecinos construyeron el puente en un solo verano.",
            "Nadie se lo había pedido, y la oficina les escribió una carta.",
            "");
    assertThat(all(desk(article, "es"), "state")).containsOnly("approved");
    publication(article, "es", Map.of());
    assertThat(edition(article, "es").text("html"))
        .startsWith(
            "<p>Tres vecinos construyeron el puente en un solo verano. Nadie se lo había pedido, y"
                + " la oficina les escribió una carta.</p>")
        .contains("<h2>Lo que salió de ello</h2>", "<li>La gente lo cruza");
    assertThat(edition(article, "es").text("status")).isEqualTo("current");
  }

  @Test
  void what_cannot_be_aligned_stays_one_segment_for_its_block() {
    UUID article = publish("<p>" + "A long sentence with many words in it. ".repeat(5) + "</p>");
    desk(article, "es");
    take(article, "html", "<p>Todo eso en una frase. Y nada más.</p>");
    List<Object> targets = all(desk(article, "es"), "target");
    assertThat(targets.get(1)).isEqualTo("Todo eso en una frase. Y nada más.");
    assertThat(targets.subList(2, 6)).containsOnly("");
  }

  @Test
  void tags_that_the_source_lacks_are_left_out_and_what_is_missing_is_told() {
    UUID article = publish("<p>See <a href=\"/a\">this</a> 3 times.</p>");
    desk(article, "es");
    Http.Answer taken =
        take(
            article,
            "html",
            "<p>Mira <a href=\"/a\">esto</a> <u onclick=\"x()\">tres</u>"
                + " veces<script>x()</script>.</p>");
    assertThat(segments(desk(article, "es")).get(1))
        .containsEntry("target", "Mira <a href=\"/a\">esto</a> tres veces.");
    assertThat(taken.text("warnings/0/message")).contains("3");
  }

  @Test
  void only_translators_bring_texts_and_there_has_to_be_one() {
    UUID article = publish(SOURCE);
    desk(article, "es");
    assertThat(take(article, "html", "<p> </p>").status()).isEqualTo(400);
    assertThat(take(article, "rtf", "x").text("violations/0/field")).isEqualTo("format");
    Map<String, Object> whole = Map.of("title", "Un", "format", "text", "body", "Dos.");
    assertThat(http.as(TestTokens.of(Role.AUTHOR)).put(path(article), whole).status())
        .isEqualTo(403);
  }

  private Http.Answer take(UUID article, String format, String body) {
    return editor()
        .put(path(article), Map.of("title", "Un título", "format", format, "body", body));
  }

  private static String path(UUID article) {
    return "/api/translations/" + article + "/es/text";
  }
}
