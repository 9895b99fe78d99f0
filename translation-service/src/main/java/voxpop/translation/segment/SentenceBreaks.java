package voxpop.translation.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where sentences end: ICU's rules (UAX #29) for the language, without the ends that its
 * abbreviations only seem to make (CLDR's lists and those below), and without the ones after
 * initials and, where they are written so, ordinals.
 */
final class SentenceBreaks {
  private static final Map<String, List<String>> ABBREVIATIONS =
      Map.of(
          "de",
          List.of(
              "z. B.",
              "z.B.",
              "d. h.",
              "d.h.",
              "u. a.",
              "u.a.",
              "u. U.",
              "i. d. R.",
              "o. ä.",
              "v. a.",
              "z. T.",
              "s. o.",
              "s. u.",
              "bzw.",
              "ca.",
              "vgl.",
              "Nr.",
              "Dr.",
              "Prof.",
              "St.",
              "Str.",
              "Abs.",
              "Art.",
              "Hr.",
              "Fr.",
              "Mio.",
              "Mrd.",
              "evtl.",
              "ggf.",
              "inkl.",
              "max.",
              "min.",
              "sog.",
              "Tel.",
              "zzgl.",
              "geb."),
          "en",
          List.of(
              "e.g.", "i.e.", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "vs.", "No.", "Fig.",
              "approx.", "cf."),
          "es",
          List.of("Sr.", "Sra.", "Dr.", "Dra.", "Ud.", "Uds.", "p. ej.", "EE. UU.", "núm.", "pág."),
          "fr",
          List.of("M.", "MM.", "Dr.", "p. ex.", "c.-à-d.", "env.", "St.", "n°."),
          "fi",
          List.of("esim.", "mm.", "ns.", "ym.", "jne.", "n.", "os.", "ts."),
          "tr",
          List.of("Dr.", "Prof.", "vb.", "vs.", "Sn.", "örn.", "Av."));

  /** Languages that write "3rd" as "3.". */
  private static final Set<String> ORDINAL_POINT =
      Set.of(
          "de", "fi", "da", "nb", "nn", "no", "cs", "sk", "pl", "hu", "hr", "sl", "sr", "bs", "et",
          "lv", "tr", "is");

  private static final Pattern ORDINAL =
      Pattern.compile("(?:^|[^\\p{L}\\p{N}.,])\\p{Nd}{1,2}\\.\\s+$");
  private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s\\p{Ps}.])\\p{Lu}\\.\\s+$");
  private static final Map<String, BreakIterator> ITERATORS = new ConcurrentHashMap<>();

  private SentenceBreaks() {}

  /**
   * Offsets at which a sentence begins or ends, 0 and the length among them; white space ends the
   * sentence before.
   */
  static List<Integer> of(String text, String language) {
    BreakIterator iterator =
        (BreakIterator) ITERATORS.computeIfAbsent(language, SentenceBreaks::iterator).clone();
    String base = ULocale.forLanguageTag(language).getLanguage();
    iterator.setText(text);
    List<Integer> breaks = new ArrayList<>();
    for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
      if (at == 0 || at == text.length() || ends(text, at, base)) breaks.add(at);
    }
    return breaks;
  }

  private static boolean ends(String text, int at, String language) {
    String before = text.substring(Math.max(0, at - 8), at);
    if (INITIAL.matcher(before).find()) return false;
    return !(ORDINAL_POINT.contains(language) && ORDINAL.matcher(before).find());
  }

  private static BreakIterator iterator(String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(locale);
    ABBREVIATIONS
        .getOrDefault(locale.getLanguage(), List.of())
        .forEach(builder::suppressBreakAfter);
    return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
  }
}
