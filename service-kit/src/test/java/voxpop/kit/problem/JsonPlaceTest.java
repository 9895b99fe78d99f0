package voxpop.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPlaceTest {
  private static final String JSON =
      "{\"title\":{\"a\":1},\n \"topics\":[\"x\",{\"b\":2}],\"challenge\":{\"token\":[]}}";

  @ParameterizedTest
  @CsvSource({
    "1,11,title",
    "2,12,topics",
    "2,17,topics[1]",
    "2,38,challenge",
    "2,48,challenge.token"
  })
  void a_place_in_the_text_is_a_field(int line, int column, String field) {
    assertThat(JsonPlace.named("at [Source; line: " + line + ", column: " + column + "]", JSON))
        .contains(field);
  }

  @Test
  void what_is_no_place_or_no_field_is_none() {
    assertThat(JsonPlace.named("something", JSON)).isEmpty();
    assertThat(JsonPlace.named("line: 1, column: 1", "[]")).isEmpty();
    assertThat(JsonPlace.named("line: 1, column: 3", "{{")).isEmpty();
  }
}
