package voxpop.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContractTest {
  @Test
  void a_faithful_translation_passes() {
    passes("A <b>big</b> house.", "Ein <b>großes</b> Haus.");
    passes(
        "See <a href=\"https://a.example/x\">here</a> &amp; there.",
        "Siehe <a href=\"https://a.example/x\">hier</a> & dort.");
    passes("It costs 1,234.56 at 10:30.", "Es kostet 1.234,56 um 10.30 Uhr.");
    passes("On May 3rd, 10,000 came.", "Am 3. Mai kamen 10 000.");
    passes("It costs 5.", "تكلف ٥.");
  }

  @Test
  void changed_markup_is_refused() {
    refuses("A <b>big</b> house.", "Ein großes Haus.", "<b>");
    refuses("A big house.", "Ein <b>großes</b> Haus.", "<b>");
    refuses(
        "<a href=\"https://a.example\">Go</a> now.",
        "<a href=\"https://b.example\">Geh</a> jetzt.",
        "a.example");
    refuses("A house.", "Ein <script>alert(1)</script> Haus.", "script");
    refuses("A house.", "Ein <img src=x onerror=alert(1)> Haus.", "img");
    refuses("A house.", "Ein <x-unheard-of>Haus</x-unheard-of>.", "x-unheard-of");
  }

  @Test
  void code_and_untranslatable_words_stay_as_they_are() {
    refuses("Run <code>print house</code> now.", "Jetzt <code>drucke Haus</code>.", "print house");
    refuses(
        "By <span translate=\"no\">The House</span>.",
        "Von <span translate=\"no\">Das Haus</span>.",
        "The House");
  }

  @Test
  void numbers_addresses_and_placeholders_stay() {
    refuses("It costs 5.", "Es kostet 6.", "5");
    refuses("Write to a@b.example.", "Schreib an c@b.example.", "a@b.example");
    refuses("See https://a.example/x.", "Siehe https://a.example/y.", "https://a.example/x");
    refuses("Hello %1$s and {{name}}.", "Hallo %1 $s und {{Name}}.", "{{name}}");
  }

  @Test
  void an_engines_marks_are_damage_but_an_asterisk_of_the_source_is_not() {
    assertThat(Contract.violationsOfEngine(Kind.TEXT, "The vlogosphere.", "El *vlogosphere."))
        .isNotEmpty();
    assertThat(
            Contract.violationsOfEngine(Kind.TEXT, "Fields with *star.", "Campos con *estrella."))
        .isEmpty();
  }

  private static void passes(String source, String target) {
    assertThat(Contract.violations(Kind.TEXT, source, target)).isEmpty();
  }

  private static void refuses(String source, String target, String reason) {
    assertThat(Contract.violations(Kind.TEXT, source, target))
        .anyMatch(violation -> violation.message().contains(reason));
  }

  @Test
  void a_word_without_an_end_is_read_once() {
    String word = "x".repeat(200_000);

    assertTimeout(
        Duration.ofSeconds(5), () -> Contract.violations(Kind.TEXT, "A short one.", word));
  }
}
