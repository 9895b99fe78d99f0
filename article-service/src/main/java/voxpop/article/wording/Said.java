package voxpop.article.wording;

import org.jspecify.annotations.Nullable;
import voxpop.article.edition.Freshness;
import voxpop.article.edition.Origin;

/**
 * A text of the house as readers of a language get it.
 *
 * @param language the one that it is in: the reader's, or the original's where there is none yet
 * @param revision of the original, as it is now
 */
public record Said(
    String language,
    String originalLanguage,
    String title,
    String html,
    Origin origin,
    Freshness status,
    int revision) {

  /** Its language where readers of another one get it; to be marked with it. */
  public @Nullable String otherThan(String readers) {
    return language.equals(readers) ? null : language;
  }
}
