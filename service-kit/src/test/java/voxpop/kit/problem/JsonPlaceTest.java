package voxpop.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPlaceTest {
  private static final byte[] JSON =
      bytes("{\"title\":{\"a\":1},\n \"topics\":[\"x\",{\"b\":2}],\"challenge\":{\"token\":[]}}");

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

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
  void letters_of_more_than_one_byte_count_as_many() {
    byte[] json = bytes("{\"title\":\"橋橋橋橋\",\"topics\":\"no list\",\"summary\":1}");
    assertThat(JsonPlace.named("line: 1, column: 35", json)).contains("topics");
  }

  @Test
  void what_is_no_place_or_no_field_is_none() {
    assertThat(JsonPlace.named("something", JSON)).isEmpty();
    assertThat(JsonPlace.named("line: 1, column: 1", bytes("[]"))).isEmpty();
    assertThat(JsonPlace.named("line: 1, column: 3", bytes("{{"))).isEmpty();
  }
}
