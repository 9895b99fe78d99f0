package voxpop.comment.comment;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import voxpop.kit.problem.Problem;

/**
 * Makes what people typed fit to be stored: nothing invisible that could turn a line around or
 * break a page.
 */
final class TypedText {
  /**
   * Control characters but line breaks and tabs, and the marks that reorder text beyond their own
   * line.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private TypedText() {}

  static String line(String typed) {
    return BLANKS.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll(" ").strip();
  }

  static String lines(String typed) {
    String breaks = typed.replace("\r\n", "\n").replace('\r', '\n');
    return INVISIBLE.matcher(breaks).replaceAll("").strip();
  }

  /**
   * A language tag in its usual spelling.
   *
   * @throws Problem 400 if it isn't well-formed (BCP 47)
   */
  static String language(String tag) {
    try {
      String spelled = new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag();
      if (!spelled.equals("und") && spelled.length() <= 35) {
        return spelled;
      }
    } catch (IllformedLocaleException malformed) {
      // told below
    }
    throw Problem.invalid("language", "This isn't a language tag such as de or pt-BR.");
  }
}
