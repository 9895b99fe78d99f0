package voxpop.translation.notice;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What the letters say, in one language of the house. */
final class Words {
  private final ULocale locale;
  private final Properties messages = new Properties();

  /**
   * @param language one of {@link Tongues#ALL}
   */
  Words(String language) {
    this.locale = ULocale.forLanguageTag(language);
    String file = "/messages/mail." + language + ".properties";
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence of a key, with its arguments set in by ICU's rules (plurals, numbers). */
  String say(String key, Object... arguments) {
    String pattern = Objects.requireNonNull(messages.getProperty(key), key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** A language, as it stands in a sentence. */
  String nameOf(String tag) {
    return LocaleDisplayNames.getInstance(
            locale, DisplayContext.CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE)
        .localeDisplayName(ULocale.forLanguageTag(tag));
  }
}
