package voxpop.article.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Über Ärger mit Öl & Süßem  | ueber-aerger-mit-oel-suessem
          de | STRASSE                    | strasse
          de | Mu\u0308ller               | mueller
          fi | Hyvää yötä, Åbo!           | hyvaa-yota-abo
          sv | Å, ä och ö                 | a-a-och-o
          tr | Işık ve İstanbul'da        | isik-ve-istanbulda
          tr | DIŞ                        | dis
          fr | L’été à l'œuvre            | l-ete-a-l-oeuvre
          es | ¿Qué pasó, señor?          | que-paso-senor
          en | Don’t panic — it’s 100 %   | dont-panic-its-100
          da | Rødgrød med fløde          | roedgroed-med-floede
          en | Naïve façade               | naive-facade
          ru | Привет, мир                | privet-mir
          el | Καλημέρα κόσμε             | kalemera-kosme
          ar | ١٢٣                        | 123
          pl | Zażółć gęślą jaźń          | zazolc-gesla-jazn
          """)
  void a_slug_is_spelled_as_its_language_does(String language, String title, String slug) {
    assertThat(Slug.of(title, language)).isEqualTo(slug);
  }

  @Test
  void a_long_title_is_cut_at_a_word() {
    var slug = Slug.of("wort ".repeat(40), "de");
    assertThat(slug)
        .hasSizeLessThanOrEqualTo(Slug.LONGEST)
        .endsWith("-wort")
        .matches("[a-z]+(-[a-z]+)*");
    assertThat(Slug.of("a".repeat(500), "de")).hasSize(Slug.LONGEST);
  }

  @Test
  void symbols_alone_have_no_slug() {
    assertThat(Slug.of("🙂 !?", "de")).isEmpty();
  }

  @Test
  void a_numbered_slug_is_no_longer_than_others() {
    assertThat(Slug.numbered("a".repeat(80), 12)).hasSize(80).endsWith("a-12");
  }
}
