package voxpop.article.edition;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  Translated withHtml(String clean) {
    return new Translated(
        article, language, sourceRevision, title, summary, clean, slug, origin, status);
  }
}
