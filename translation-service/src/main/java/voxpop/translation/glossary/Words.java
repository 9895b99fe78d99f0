package voxpop.translation.glossary;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * The words of a text, each with its stem (snowballstem.org): two words are forms of the same one
 * where their stems are equal. A language without a stemmer knows only the word as it is.
 */
record Words(String text, String language, List<Word> all) {
  /** A word; {@code folded} without regard to upper and lower case. */
  record Word(String text, String folded, String stem, int start, int end) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** Scripts that part no words: there a term is found wherever its characters stand. */
  private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "lo", "km", "my");

  private static final Map<String, Supplier<SnowballStemmer>> STEMMERS =
      Map.ofEntries(
          Map.entry("ar", ArabicStemmer::new),
          Map.entry("ca", CatalanStemmer::new),
          Map.entry("da", DanishStemmer::new),
          Map.entry("nl", DutchStemmer::new),
          Map.entry("en", EnglishStemmer::new),
          Map.entry("fi", FinnishStemmer::new),
          Map.entry("fr", FrenchStemmer::new),
          Map.entry("de", GermanStemmer::new),
          Map.entry("el", GreekStemmer::new),
          Map.entry("hu", HungarianStemmer::new),
          Map.entry("it", ItalianStemmer::new),
          Map.entry("nb", NorwegianStemmer::new),
          Map.entry("no", NorwegianStemmer::new),
          Map.entry("pt", PortugueseStemmer::new),
          Map.entry("ro", RomanianStemmer::new),
          Map.entry("ru", RussianStemmer::new),
          Map.entry("es", SpanishStemmer::new),
          Map.entry("sv", SwedishStemmer::new),
          Map.entry("tr", TurkishStemmer::new));

  static Words of(String language, String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    ULocale locale = ULocale.forLanguageTag(language);
    Supplier<SnowballStemmer> known = STEMMERS.get(locale.getLanguage());
    SnowballStemmer stemmer = known == null ? null : known.get();
    List<Word> words =
        WORD.matcher(composed)
            .results()
            .map(
                found -> {
                  String folded = UCharacter.toLowerCase(locale, found.group());
                  String stem = folded;
                  if (stemmer != null) {
                    stemmer.setCurrent(folded);
                    stemmer.stem();
                    stem = stemmer.getCurrent();
                  }
                  return new Word(found.group(), folded, stem, found.start(), found.end());
                })
            .toList();
    return new Words(composed, language, words);
  }

  boolean spaced() {
    return !WITHOUT_SPACES.contains(ULocale.forLanguageTag(language).getLanguage());
  }
}
