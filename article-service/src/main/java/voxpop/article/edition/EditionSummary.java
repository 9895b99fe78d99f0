package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.account.Byline;
import voxpop.article.media.Picture;
import voxpop.article.topic.Topic;

/**
 * An edition as lists show it.
 *
 * @param id the article's, as {@code article}: programs look for either
 * @param alternates only where asked for: see {@link Alternates}
 * @param publishedAt when readers first got it in this language
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EditionSummary(
    UUID article,
    UUID id,
    String language,
    String originalLanguage,
    String slug,
    String title,
    String summary,
    Origin origin,
    Freshness status,
    Byline author,
    List<Topic> topics,
    Instant publishedAt,
    Instant updatedAt,
    @Nullable Picture picture,
    int readingMinutes,
    long recommendations,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Alternate> alternates) {

  EditionSummary with(List<Alternate> alternates) {
    return with(recommendations, alternates);
  }

  EditionSummary counting(Map<UUID, Long> counts) {
    return with(counts.getOrDefault(article, 0L), alternates);
  }

  private EditionSummary with(long recommendations, @Nullable List<Alternate> alternates) {
    return new EditionSummary(
        article,
        id,
        language,
        originalLanguage,
        slug,
        title,
        summary,
        origin,
        status,
        author,
        topics,
        publishedAt,
        updatedAt,
        picture,
        readingMinutes,
        recommendations,
        alternates);
  }
}
