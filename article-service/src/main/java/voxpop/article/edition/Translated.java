package voxpop.article.edition;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.wording.Wordings;

/**
 * What translation-service has for readers.
 *
 * @param summary null where nobody wrote one in the original
 * @param slug proposed; null to make it from the title
 */
@Serdeable
record Translated(
    UUID article,
    String language,
    int sourceRevision,
    String title,
    @Nullable String summary,
    String html,
    @Nullable String slug,
    Origin origin,
    Freshness status) {

  /** As long as the columns are; a translation longer than that is no title. */
  private static final int LONGEST_TITLE = 1000;

  private static final int LONGEST_SUMMARY = 2000;

  Translated {
    title = cut(title, LONGEST_TITLE);
    summary = summary == null ? null : cut(summary, LONGEST_SUMMARY);
  }

  private static String cut(String text, int length) {
    return text.length() <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, length - 1)));
  }

  Translated withHtml(String clean) {
    return new Translated(
        article, language, sourceRevision, title, summary, clean, slug, origin, status);
  }

  /** The same as a text of the house; of its HTML only the words are shown, never the tags. */
  Wordings.Translated wording() {
    return new Wordings.Translated(title, html, origin, status);
  }
}
