package voxpop.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

  @Test
  void words_are_counted_as_the_language_divides_them() {
    assertThat(Prose.words("<p>Drei kleine Wörter.</p>", "de")).isEqualTo(3);
    assertThat(Prose.words("<p>吾輩は猫である。</p>", "ja")).isBetween(3, 6);
  }

  @Test
  void a_summary_ends_with_a_sentence_where_one_ends_in_time() {
    var sentence = "Ein Satz, der ungefähr siebzig Zeichen lang ist, steht hier vor dem Rest. ";
    var html = "<figure><figcaption>Bild</figcaption></figure><p>" + sentence.repeat(5) + "</p>";
    assertThat(Prose.beginning(html, "de")).isEqualTo((sentence + sentence).strip());
  }

  @Test
  void otherwise_it_ends_with_a_word() {
    var summary = Prose.beginning("<p>" + "wort ".repeat(100) + "</p>", "de");
    assertThat(summary).endsWith("wort…").hasSizeLessThanOrEqualTo(Prose.SUMMARY_LENGTH + 1);
  }
}
