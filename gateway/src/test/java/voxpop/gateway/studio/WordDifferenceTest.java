package voxpop.gateway.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {
  @ParameterizedTest
  @CsvSource({
    "It costs 5 coins., It costs 6 coins., It costs [-5][+6] coins.",
    "A b., A b., A b.",
    "It began with a walk., At first there was a walk.,"
        + " [-It began with ][+At first there was ]a walk.",
    "See <b>this</b>., See this., See [-<b>]this[-</b>].",
    "'', New., [+New.]",
    "Old., '', [-Old.]"
  })
  void words_that_changed_are_told_apart_from_those_that_stayed(
      String before, String now, String told) {
    assertThat(told(before, now)).isEqualTo(told);
  }

  @Test
  void a_text_of_absurd_length_is_exchanged_as_a_whole() {
    String text = "word ".repeat(5000);
    assertThat(WordDifference.between(text, text + "more").parts()).hasSize(2);
  }

  @Test
  void replacing_leaves_tags_alone_and_minds_capitals_if_told() {
    var row = row("The <a href=\"/bridge\">Bridge</a> and the bridge.");
    assertThat(new Replacing("bridge", "$1", false).hits(List.of(row)).getFirst().after())
        .isEqualTo("The <a href=\"/bridge\">$1</a> and the $1.");
    assertThat(new Replacing("bridge", "pier", true).hits(List.of(row)).getFirst().after())
        .isEqualTo("The <a href=\"/bridge\">Bridge</a> and the pier.");
    assertThat(new Replacing("", "x", false).hits(List.of(row))).isEmpty();
    assertThat(new Replacing("ferry", "x", false).hits(List.of(row))).isEmpty();
  }

  private static Bench.Row row(String target) {
    return new Bench.Row(
        "id", "", target, "draft", 1, "text", "html", null, null, null, null, null, List.of(),
        List.of());
  }

  private static String told(String before, String now) {
    return WordDifference.between(before, now).parts().stream()
        .map(
            part ->
                switch (part.kind()) {
                  case SAME -> part.text();
                  case GONE -> "[-" + part.text() + "]";
                  case NEW -> "[+" + part.text() + "]";
                })
        .collect(Collectors.joining());
  }
}
