package voxpop.translation.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where sentences end: ICU's rules (UAX #29) for the language, without the ends that its {@link
 * Abbreviations} only seem to make, and without the ones after initials and, where they are written
 * so, ordinals.
 */
final class SentenceBreaks {
  /** Languages that write "3rd" as "3.". */
  private static final Set<String> ORDINAL_POINT =
      Set.of(
          "de", "fi", "da", "nb", "nn", "no", "cs", "sk", "pl", "hu", "hr", "sl", "sr", "bs", "et",
          "lv", "tr", "is");

  private static final Pattern ORDINAL = Pattern.compile("(?:^|[^\\p{L}\\p{N}.,])\\p{Nd}{1,2}\\.$");

  /** "J. F. Kennedy", but not "than I." */
  private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s\\p{Ps}.])(?!I\\.)\\p{Lu}\\.$");

  private static final Map<String, BreakIterator> ITERATORS = new ConcurrentHashMap<>();

  private SentenceBreaks() {}

  /** Offsets at which a sentence begins or ends, 0 and the length among them. */
  static List<Integer> of(String text, String tag) {
    ULocale locale = ULocale.forLanguageTag(tag);
    BreakIterator iterator =
        (BreakIterator)
            ITERATORS
                .computeIfAbsent(tag, key -> BreakIterator.getSentenceInstance(locale))
                .clone();
    iterator.setText(text);
    List<Integer> breaks = new ArrayList<>();
    for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
      if (at == 0 || at == text.length() || ends(text.substring(0, at), locale.getLanguage())) {
        breaks.add(at);
      }
    }
    return breaks;
  }

  private static boolean ends(String before, String language) {
    String tail = before.substring(Math.max(0, before.length() - 30)).stripTrailing();
    if (!tail.endsWith(".")) return true;
    if (INITIAL.matcher(tail).find()) return false;
    if (ORDINAL_POINT.contains(language) && ORDINAL.matcher(tail).find()) return false;
    return !Abbreviations.of(language).end(tail);
  }
}
