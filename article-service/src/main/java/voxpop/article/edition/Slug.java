package voxpop.article.edition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The part of an address that names an edition: lower-case ASCII letters and digits, joined by
 * single hyphens, written the way readers of the edition's language would spell it without a
 * special keyboard.
 */
public final class Slug {

  /** Longer ones are cut at a hyphen: what is shared by hand should fit into a line. */
  static final int LONGEST = 80;

  /** These names lead to lists, for which see the addresses of the gateway's pages. */
  private static final Set<String> RESERVED = Set.of("topic", "author", "series", "search");

  private static final Transliterator TO_ASCII =
      Transliterator.getInstance("Any-Latin; Latin-ASCII");

  private static final Map<String, Map<String, String>> SPELLING =
      Map.of(
          "de", Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss"),
          "da", Map.of("æ", "ae", "ø", "oe", "å", "aa"),
          "nb", Map.of("æ", "ae", "ø", "oe", "å", "aa"),
          "nn", Map.of("æ", "ae", "ø", "oe", "å", "aa"),
          "no", Map.of("æ", "ae", "ø", "oe", "å", "aa"));

  /** Where an apostrophe joins two words (l’été, dell’arte); elsewhere it is inside one (don’t). */
  private static final Set<String> ELIDING = Set.of("fr", "it", "ca", "oc", "pt");

  private Slug() {}

  /**
   * The slug for a text in a language; empty when nothing in it can be spelled, as in a title of
   * symbols.
   */
  public static String of(String text, String language) {
    var locale = Locale.forLanguageTag(language);
    var spelled = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(locale);
    for (var letter : SPELLING.getOrDefault(locale.getLanguage(), Map.of()).entrySet()) {
      spelled = spelled.replace(letter.getKey(), letter.getValue());
    }
    spelled = spelled.replaceAll("['’ʼ‘`´]", ELIDING.contains(locale.getLanguage()) ? "-" : "");
    // dotless and dotted i are one letter to a keyboard: Latin-ASCII knows the first, lower-casing
    // leaves a dot
    var ascii = TO_ASCII.transliterate(spelled).toLowerCase(Locale.ROOT);
    return cut(join(ascii));
  }

  /** Whether no edition may have this name, whatever its title is. */
  public static boolean isReserved(String slug) {
    return RESERVED.contains(slug);
  }

  /** The same slug with a number behind it, still within {@link #LONGEST}. */
  static String numbered(String slug, int number) {
    return withTail(slug, Integer.toString(number));
  }

  static String withTail(String slug, String tail) {
    var room = LONGEST - tail.length() - 1;
    return slug.substring(0, Math.min(slug.length(), room)).replaceAll("-+$", "") + "-" + tail;
  }

  private static String join(String ascii) {
    var joined = new StringBuilder();
    var gap = false;
    for (var c : ascii.codePoints().toArray()) {
      var digit = UCharacter.digit(c);
      var plain = c >= 'a' && c <= 'z' ? c : digit >= 0 ? '0' + digit : -1;
      if (plain >= 0) {
        if (gap && !joined.isEmpty()) joined.append('-');
        joined.appendCodePoint(plain);
        gap = false;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    return joined.toString();
  }

  private static String cut(String slug) {
    if (slug.length() <= LONGEST) return slug;
    var hyphen = slug.lastIndexOf('-', LONGEST);
    return slug.substring(0, hyphen > LONGEST / 2 ? hyphen : LONGEST);
  }
}
