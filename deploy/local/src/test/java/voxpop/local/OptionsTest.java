package voxpop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void the_command_line_counts_more_than_the_environment() {
    var options =
        Options.parse(
            List.of("--port", "9000", "--site-name=Zeilen", "--demo"),
            Map.of("VOXPOP_PORT", "9100", "VOXPOP_DATA", "/srv/voxpop"));
    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.value("site-name")).isEqualTo("Zeilen");
    assertThat(options.has("demo")).isTrue();
    assertThat(options.data(Path.of("/elsewhere"))).isEqualTo(Path.of("/srv/voxpop"));
  }

  @Test
  void nonsense_is_told_in_one_sentence() {
    refuses("There is no option --prot", "--prot", "9000");
    refuses("--port needs a value", "--port");
    refuses("--port takes a number", "--port", "many");
    refuses("What is \"start\"?", "start");
  }

  @Test
  void nobody_to_ask_means_defaults_and_a_password_to_generate() {
    var first = FirstStart.from(parse("--port", "9000"), null);
    assertThat(first.language()).isEqualTo("de");
    assertThat(first.languages()).containsExactly("de", "en", "es", "fr", "fi", "tr");
    assertThat(first.address()).isEqualTo("http://localhost:9000");
    assertThat(first.password()).isNull();
  }

  @Test
  void a_person_is_asked_again_until_the_answer_is_good_and_not_for_what_was_given() {
    var answers =
        List.of(
                "notes.example",
                "https://notes.example",
                "",
                "",
                "",
                "me@notes.example",
                "",
                "short",
                "long enough")
            .iterator();
    var first =
        FirstStart.from(parse("--site-name", "Notes"), (question, hidden) -> answers.next());
    assertThat(first.name()).isEqualTo("Notes");
    assertThat(first.address()).isEqualTo("https://notes.example");
    assertThat(first.email()).isEqualTo("me@notes.example");
    assertThat(first.password()).isEqualTo("long enough");
    assertThat(answers).isExhausted();
  }

  @Test
  void a_given_value_that_cannot_be_is_refused_and_a_password_never_shown() {
    assertThatThrownBy(() -> FirstStart.from(parse("--site-language", "german!"), null))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("german!");
    assertThatThrownBy(() -> FirstStart.from(parse("--site-languages", "en,fr"), null))
        .hasMessageContaining("with de among them");
    assertThatThrownBy(() -> FirstStart.from(parse("--time-zone", "Mars/Olympus"), null))
        .hasMessageContaining("Europe/Berlin");
    assertThatThrownBy(() -> FirstStart.from(parse("--admin-password", "secret"), null))
        .hasMessageContaining("too short")
        .hasMessageNotContaining("secret");
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments), Map.of());
  }

  private static void refuses(String sentence, String... arguments) {
    assertThatThrownBy(() -> parse(arguments).port())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(sentence);
  }
}
