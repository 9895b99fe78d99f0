package voxpop.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private final Messages messages = new Messages();

  @ParameterizedTest
  @CsvSource({"reader,de", "reader,es", "reader,fr", "studio,de", "studio,es", "studio,fr"})
  void every_language_says_everything(String file, String language) throws IOException {
    assertThat(read(file, language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(read(file, "en").stringPropertyNames());
  }

  @ParameterizedTest
  @CsvSource({
    "de,1,1 Kommentar",
    "de,12345,12.345 Kommentare",
    "en,0,No comments yet",
    "es,2,2 comentarios",
    "fr,1,1 commentaire"
  })
  void counts_are_said_as_each_language_does(String language, long count, String said) {
    assertThat(messages.in(language, null).say("talk.count", count)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"fi,de,de", "de-AT,en,de", "fi,tr,en", "pt-BR,es,es"})
  void where_we_lack_a_language_the_site_speaks_its_own(String wanted, String site, String spoken) {
    assertThat(messages.in(wanted, site).language()).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({"de,Deutsch,ltr", "fi,Suomi,ltr", "ar,العربية,rtl", "pt-BR,Português (Brasil),ltr"})
  void languages_are_called_by_their_own_names(String tag, String name, String direction) {
    assertThat(Words.ownName(tag)).isEqualTo(name);
    assertThat(Words.direction(tag)).isEqualTo(direction);
  }

  private static Properties read(String file, String language) throws IOException {
    var properties = new Properties();
    try (var in =
        Messages.class.getResourceAsStream("/messages/" + file + "." + language + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
