package voxpop.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The message files: German, English, Spanish and French; a further language is a further file and
 * a name here.
 */
@Singleton
public final class Messages {
  private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

  private final Map<String, Words> byLanguage = new LinkedHashMap<>();

  public Messages() {
    LANGUAGES.forEach(language -> byLanguage.put(language, new Words(language, read(language))));
  }

  /** The languages that the house speaks. */
  public List<String> languages() {
    return LANGUAGES;
  }

  /**
   * What is said on a page in {@code wanted}: in that language, or else in the site's, or else in
   * English.
   */
  public Words in(String wanted, @Nullable String siteLanguage) {
    Words words = own(wanted);
    if (words == null && siteLanguage != null) {
      words = own(siteLanguage);
    }
    return words == null ? english() : words;
  }

  /**
   * The words of a language or of the one it is a variant of ({@code de-AT}); null if we have none.
   */
  public @Nullable Words own(String tag) {
    Words words = byLanguage.get(tag);
    int dash = tag.lastIndexOf('-');
    return words == null && dash > 0 ? own(tag.substring(0, dash)) : words;
  }

  private Words english() {
    Words words = byLanguage.get("en");
    if (words == null) {
      throw new IllegalStateException("No English messages");
    }
    return words;
  }

  private static Properties read(String language) {
    var messages = new Properties();
    for (String file : List.of("reader", "studio")) {
      String name = "/messages/" + file + "." + language + ".properties";
      try (var in = Messages.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("Missing from the program: " + name);
        }
        messages.load(new InputStreamReader(in, UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return messages;
  }
}
