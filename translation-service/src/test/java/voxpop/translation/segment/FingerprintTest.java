package voxpop.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void white_space_quotes_links_and_tags_change_nothing() {
    String hash = of("He said \"yes\" to the link, don't you know.");
    assertThat(of("He said  “yes”\u00a0to the link, don’t you know.")).isEqualTo(hash);
    assertThat(of("He said « yes » to the link, don't you know.")).isEqualTo(hash);
    assertThat(of("He said »yes« to the <a href=\"/a\">link</a>, don't you <b>know</b>."))
        .isEqualTo(hash);
  }

  @Test
  void a_word_a_number_or_a_point_does() {
    String hash = of("It costs 5.");
    assertThat(of("It costs 6.")).isNotEqualTo(hash);
    assertThat(of("It costs 5!")).isNotEqualTo(hash);
    assertThat(of("It cost 5.")).isNotEqualTo(hash);
  }

  private static String of(String text) {
    return Fingerprint.of(Kind.TEXT, text);
  }
}
