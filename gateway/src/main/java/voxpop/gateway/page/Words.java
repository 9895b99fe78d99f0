package voxpop.gateway.page;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the house itself says, in one language: its sentences, dates and numbers. Safe for many at
 * once.
 */
public final class Words {
  private static final Map<String, String> OWN_NAMES = new ConcurrentHashMap<>();

  private final String language;
  private final ULocale locale;
  private final Map<String, String> sentences = new HashMap<>();
  private final Map<String, MessageFormat> patterns = new HashMap<>();
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  Words(String language, Properties messages) {
    this.language = language;
    this.locale = ULocale.forLanguageTag(language);
    for (String key : messages.stringPropertyNames()) {
      String pattern = messages.getProperty(key);
      if (pattern.indexOf('{') < 0) {
        sentences.put(key, pattern);
      } else {
        patterns.put(key, new MessageFormat(pattern, locale));
      }
    }
    Locale java = Locale.forLanguageTag(language);
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(java);
    this.moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(java);
  }

  /** The language that is spoken here: the reader's if we have its messages, else another one. */
  public String language() {
    return language;
  }

  /** The sentence of a key, with its arguments set in by ICU's rules (plurals, numbers). */
  public String say(String key, Object... arguments) {
    String sentence = sentences.get(key);
    if (sentence != null) {
      return sentence;
    }
    MessageFormat pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No message " + key + " in " + language);
    }
    return ((MessageFormat) pattern.clone())
        .format(arguments); // a MessageFormat isn't safe for many at once
  }

  public boolean has(String key) {
    return sentences.containsKey(key) || patterns.containsKey(key);
  }

  public String day(Instant instant, String zone) {
    return day.format(instant.atZone(ZoneId.of(zone)));
  }

  public String moment(Instant instant, String zone) {
    return moment.format(instant.atZone(ZoneId.of(zone)));
  }

  public String number(long number) {
    return NumberFormat.getInstance(locale).format(number);
  }

  /** A share from 0 to 1 as a percentage. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** A language in this one, as it stands in a sentence: "Finnisch", "finlandés". */
  public String nameOf(String tag) {
    return LocaleDisplayNames.getInstance(
            locale, DisplayContext.CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE)
        .localeDisplayName(ULocale.forLanguageTag(tag));
  }

  /** A language in its own words, as a menu writes it: "Suomi". */
  public static String ownName(String tag) {
    return OWN_NAMES.computeIfAbsent(
        tag,
        t -> {
          ULocale own = ULocale.forLanguageTag(t);
          return LocaleDisplayNames.getInstance(
                  own, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
              .localeDisplayName(own);
        });
  }

  /** Which way a language is written, for {@code dir}. */
  public static String direction(String tag) {
    return ULocale.forLanguageTag(tag).isRightToLeft() ? "rtl" : "ltr";
  }
}
