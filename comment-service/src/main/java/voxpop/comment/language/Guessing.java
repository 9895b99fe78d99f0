package voxpop.comment.language;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which of the site's languages a text is written in. Only their models are read, in the
 * small form, when the first comment comes: nothing at the start, and a few megabytes for each
 * language.
 */
@Singleton
public class Guessing {
  /** How much likelier the best guess has to be than the next: a wrong one is worse than none. */
  private static final double CLEARLY = 0.15;

  /** There have to be as many letters, or a name or a greeting decides. */
  private static final int ENOUGH = 12;

  private volatile @Nullable Known known;

  /** The detector for a choice of languages; {@code tags} by what it calls them. */
  private record Known(
      List<String> languages, Map<Language, String> tags, @Nullable LanguageDetector detector) {}

  /**
   * The language of a text.
   *
   * @param text without markup
   * @param languages to choose from, as BCP 47 tags; of two with one base the first is meant
   * @return empty if there is no choice, too little text, or no clear answer
   */
  public Optional<String> of(String text, List<String> languages) {
    if (text.codePoints().filter(Character::isLetter).limit(ENOUGH).count() < ENOUGH) {
      return Optional.empty();
    }
    Known here = known(languages);
    LanguageDetector detector = here.detector();
    return detector == null
        ? Optional.empty()
        : Optional.ofNullable(here.tags().get(detector.detectLanguageOf(text)));
  }

  private Known known(List<String> languages) {
    Known last = known;
    if (last != null && last.languages().equals(languages)) return last;
    Map<Language, String> tags = new LinkedHashMap<>();
    for (String tag : languages) {
      language(tag).ifPresent(language -> tags.putIfAbsent(language, tag));
    }
    LanguageDetector detector =
        tags.size() < 2
            ? null
            : LanguageDetectorBuilder.fromLanguages(tags.keySet().toArray(Language[]::new))
                .withLowAccuracyMode()
                .withMinimumRelativeDistance(CLEARLY)
                .build();
    Known now = new Known(languages, tags, detector);
    known = now;
    return now;
  }

  private static Optional<Language> language(String tag) {
    try {
      String base = Locale.forLanguageTag(tag).getLanguage().toUpperCase(Locale.ROOT);
      return Optional.of(Language.getByIsoCode639_1(IsoCode639_1.valueOf(base)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty(); // a language that it has no model of
    }
  }
}
