package voxpop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private static final List<String> SITE = List.of("de", "en", "pt", "fr-CA", "zh-Hans", "ar");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en                          | en
          en-GB,de;q=0.5              | en
          pt-BR                       | pt
          fr                          | fr-CA
          fr-FR,en;q=0.9              | fr-CA
          de;q=0.2,en;q=0.8           | en
          en;q=0,de;q=0.1             | de
          xx,ar-EG;q=0.3              | ar
          zh-CN                       | zh-Hans
          gsw                         | de
          EN-us                       | en
          """)
  void the_best_of_the_sites_languages_is_found(String wishes, String language) {
    assertThat(Languages.accepted(wishes, SITE)).contains(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ja
          *
          ;;q=,*
          en;q=0
          zh-TW
          ,
          """)
  void nothing_is_guessed_where_nothing_fits(String wishes) {
    assertThat(Languages.accepted(wishes, SITE)).isEmpty();
  }

  @Test
  void a_flood_of_wishes_is_not_read() {
    assertThat(Languages.accepted("en,".repeat(1_000), SITE)).isEmpty();
  }
}
