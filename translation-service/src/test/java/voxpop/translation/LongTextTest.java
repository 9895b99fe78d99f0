package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

@MicronautTest(transactional = false)
class LongTextTest extends WorkshopTest {
  @Test
  void more_than_5000_segments_are_a_clear_problem_and_leave_all_as_it_was() {
    UUID article = publish("<p>Short. And good.</p>");
    give(article, "es");
    String before = edition(article, "es").text("html");
    edit(article, html(5000)); // and the title
    Http.Answer refused = desk(article, "es", answer -> answer.status() == 409);
    assertThat(refused.text("type")).isEqualTo("/problems/too-many-segments");
    assertThat(refused.text("detail")).contains("5,000");
    assertThat(editor().post("/api/translations/" + article + "/es", null).status()).isEqualTo(409);
    assertThat(edition(article, "es").text("html")).isEqualTo(before);
    edit(article, "<p>Short. And better.</p>");
    Http.Answer desk = desk(article, "es", answer -> answer.status() == 200);
    assertThat(all(desk, "state")).containsExactly("approved", "approved", "stale");
    assertThat(edition(article, "es").text("html")).isEqualTo(before);
  }

  @Test
  void five_thousand_are_translated_like_any_other() {
    UUID article = publish(html(4999));
    Http.Answer desk = desk(article, "es", answer -> answer.status() == 200);
    assertThat(segments(desk)).hasSize(5000);
  }

  private static String html(int sentences) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> "Sentence number " + i + " is here.")
        .collect(Collectors.joining(" ", "<p>", "</p>"));
  }
}
