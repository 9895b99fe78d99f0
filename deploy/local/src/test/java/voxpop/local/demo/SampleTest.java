package voxpop.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void every_article_has_what_an_article_needs_and_readers_who_answer() {
    List<Sample> samples = Sample.all();
    assertThat(samples).hasSize(8);
    assertThat(samples).extracting(Sample::language).contains("de", "en", "es", "fr");
    for (Sample sample : samples) {
      assertThat(sample.head()).as(sample.name()).containsKeys("title", "slug", "author", "topics");
      assertThat(sample.body().contains("{{picture}}"))
          .as(sample.name())
          .isEqualTo(sample.head().containsKey("picture"));
      assertThat(sample.remarks()).as(sample.name()).isNotEmpty();
      assertThat(sample.remarks().getFirst().reply()).as(sample.name()).isFalse();
    }
  }

  @Test
  void at_least_three_are_translated_by_hand() {
    long translated =
        Sample.all().stream()
            .flatMap(sample -> Stream.of("de", "en", "es", "fr").map(sample::translation))
            .filter(java.util.Optional::isPresent)
            .count();
    assertThat(translated).isGreaterThanOrEqualTo(3);
  }

  @Test
  void what_the_house_says_is_there_in_every_language() {
    List<String> others = List.of("en", "es", "fr");
    assertThat(Sample.pages()).hasSize(2);
    for (Sample page : Sample.pages()) {
      assertThat(others).as(page.name()).allMatch(to -> page.translation(to).isPresent());
    }
    Sample series = Sample.of("series");
    List<String> said =
        new java.util.ArrayList<>(List.of(series.get("name"), series.body().strip()));
    Sample.resource("menu").orElseThrow().lines().forEach(line -> said.add(line.split(" \\| ")[0]));
    for (String to : others) {
      assertThat(said).allMatch(text -> Sample.houseTranslation(to).of(text).isPresent());
    }
    for (String name : series.get("articles").split(", ")) {
      assertThat(Sample.all()).extracting(Sample::name).contains(name);
    }
  }

  @Test
  void a_segment_of_two_sentences_is_translated_as_well() {
    var translation =
        new Sample.Translation("en", "", java.util.Map.of("Ja.", "Yes.", "Nein.", "No."));
    assertThat(translation.of("Ja. Nein.")).contains("Yes. No.");
    assertThat(translation.of("Ja. Vielleicht.")).isEmpty();
  }

  @Test
  void every_picture_can_be_painted() throws Exception {
    for (Sample sample : Sample.all()) {
      if (sample.head().containsKey("picture")) {
        var image = ImageIO.read(new ByteArrayInputStream(Painting.jpeg(sample.get("picture"))));
        assertThat(image.getWidth()).isEqualTo(1600);
      }
    }
  }

  @Test
  void sums_are_answered_in_every_sign() {
    assertThat(Conversation.answer("Wie viel ist 4 + 5?")).isEqualTo("9");
    assertThat(Conversation.answer("12 − 5")).isEqualTo("7");
    assertThat(Conversation.answer("3 × 6")).isEqualTo("18");
  }
}
