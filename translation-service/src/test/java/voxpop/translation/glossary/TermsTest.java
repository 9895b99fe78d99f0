package voxpop.translation.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Mask;

class TermsTest {
  @Test
  void a_term_is_found_as_whole_words_in_any_case_and_form() {
    assertThat(found("en", "house", "Two Houses, no greenhouse.")).containsExactly("Houses");
    assertThat(found("de", "Haus", "Die Häuser am Haus.")).containsExactly("Häuser", "Haus");
    assertThat(found("es", "ordenador", "Los ordenadores.")).containsExactly("ordenadores");
    assertThat(found("en", "open source", "Open-source or open sources; open. Source"))
        .containsExactly("Open-source", "open sources");
    assertThat(found("fr", "ordinateur", "L'ordinateur est là.")).containsExactly("ordinateur");
  }

  @Test
  void a_case_sensitive_term_and_one_with_signs_is_found_as_it_is_written() {
    Phrase it = Phrase.of("en", "IT", true);
    assertThat(it.in(Words.of("en", "Is it IT or ITs?"))).hasSize(1);
    assertThat(found("en", "C++", "C++, c++11 and C.")).containsExactly("C++", "c++");
    assertThat(found("en", "Node.js", "node.js runs, xnode.js not.")).containsExactly("node.js");
  }

  @Test
  void where_no_space_parts_words_the_characters_count() {
    assertThat(found("ja", "東京", "私は東京に住む。")).containsExactly("東京");
  }

  @Test
  void a_translation_that_keeps_to_the_terms_is_not_complained_about() {
    Terms terms =
        terms(
            term("computer", Rule.TRANSLATE, "ordenador"),
            term("Voxpop", Rule.KEEP, null),
            term("computer", Rule.FORBIDDEN, "computadora"));
    assertThat(warnings(terms, "Computers run Voxpop.", "Los ordenadores ejecutan Voxpop."))
        .isEmpty();
    assertThat(warnings(terms, "Nothing here.", "Una computadora.")).isEmpty();
    assertThat(warnings(terms, "Computers run Voxpop.", "Las computadoras ejecutan Vozpop."))
        .extracting(Warning::rule)
        .containsExactlyInAnyOrder(Rule.TRANSLATE, Rule.FORBIDDEN, Rule.KEEP);
  }

  @Test
  void code_addresses_and_tags_are_no_words() {
    Terms terms = terms(term("blog", Rule.TRANSLATE, "bitácora"));
    assertThat(warnings(terms, "Run <code>blog</code> at https://blog.example/.", "Corre."))
        .isEmpty();
    assertThat(warnings(terms, "My <b>bl</b>og.", "Mi blog.")).hasSize(1);
  }

  @Test
  void the_longest_of_overlapping_terms_counts() {
    Terms terms =
        terms(
            term("source", Rule.TRANSLATE, "fuente"),
            term("open source", Rule.TRANSLATE, "código abierto"));
    assertThat(warnings(terms, "It is open source.", "Es código abierto.")).isEmpty();
  }

  @Test
  void an_engine_does_not_see_what_is_kept_nor_strictly_what_is_to_be_translated() {
    Terms terms = terms(term("river", Rule.TRANSLATE, "arroyo"), term("Elbe", Rule.KEEP, null));
    String source = "River <b>Elbe</b> & more.";
    Mask mask = Mask.of(Kind.TEXT, source, words -> terms.standIns(words, false));
    assertThat(mask.text()).isEqualTo("River <g1><x2/></g1> &amp; more.");
    assertThat(mask.restore(Kind.TEXT, mask.text())).isEqualTo(source);
    Mask strict = Mask.of(Kind.TEXT, source, words -> terms.standIns(words, true));
    assertThat(strict.text()).isEqualTo("<x1/> <g2><x3/></g2> &amp; more.");
    assertThat(strict.restore(Kind.TEXT, strict.text())).isEqualTo("Arroyo <b>Elbe</b> & more.");
    assertThat(strict.stoodIn()).isEqualTo("RiverElbe".length());
  }

  private static List<String> found(String language, String term, String text) {
    Words words = Words.of(language, text);
    return Phrase.of(language, term, false).in(words).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  private static List<Warning> warnings(Terms terms, String source, String target) {
    return terms.warnings(Kind.TEXT, source, target);
  }

  private static Terms terms(Term... terms) {
    return new Terms("en", "es", Stream.of(terms).toList());
  }

  private static Term term(String term, Rule rule, String translation) {
    return Term.of(new TermInput("en", "es", term, rule, translation, false, null));
  }
}
