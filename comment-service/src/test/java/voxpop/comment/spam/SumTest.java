package voxpop.comment.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SumTest {
  private static final long SEED = 45;

  @Test
  void two_numbers_and_their_sign_can_be_read_out_of_any_language() {
    Random random = new Random(SEED);
    for (String language :
        List.of("de", "en", "es", "fr", "fi", "tr", "de-AT", "xx", "not a tag")) {
      for (int i = 0; i < 200; i++) {
        Sum sum = Sum.random(random);
        String question = sum.question(List.of(language));
        assertThat(Sums.answer(question))
            .as("%s, seed %s", question, SEED)
            .isEqualTo(sum.result())
            .isNotNegative();
        Matcher digits = Pattern.compile("\\d+").matcher(question);
        assertThat(digits.results().count()).as(question).isEqualTo(2);
      }
    }
  }

  @Test
  void it_is_asked_in_the_first_language_that_is_known() {
    Sum sum = new Sum(4, Sum.Sign.PLUS, 5);
    assertThat(sum.question(List.of("de-CH"))).isEqualTo("Wie viel ist 4 + 5?");
    assertThat(sum.question(List.of("tlh", "es", "de"))).isEqualTo("¿Cuánto es 4 + 5?");
    assertThat(sum.question(List.of("tlh"))).isEqualTo("4 + 5 = ?");
  }
}
