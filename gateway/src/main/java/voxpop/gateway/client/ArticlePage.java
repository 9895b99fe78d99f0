package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that a page shows of an article in one language, but the comments. */
@Serdeable
public record ArticlePage(
    UUID article,
    String language,
    @Nullable String dir,
    String slug,
    String title,
    @Nullable String summary,
    String html,
    String origin,
    String status,
    String originalLanguage,
    @Nullable String kind,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Integer revision,
    @Nullable Integer readingMinutes,
    @Nullable Integer wordCount,
    Byline author,
    List<Topic> topics,
    @Nullable Picture picture,
    List<EditionLink> editions,
    List<Alternate> alternates,
    List<Teaser> related,
    @Nullable SeriesPart series,
    long recommendations,
    String comments) {

  // Lists that are empty may be left out of the answer.
  public ArticlePage {
    topics = topics == null ? List.of() : topics;
    editions = editions == null ? List.of() : editions;
    alternates = alternates == null ? List.of() : alternates;
    related = related == null ? List.of() : related;
  }

  /** About, imprint, contact: of no day, and neither recommended nor discussed. */
  public boolean isOfTheHouse() {
    return "page".equals(kind);
  }

  /** With another count. */
  public ArticlePage recommended(long count) {
    return new ArticlePage(
        article,
        language,
        dir,
        slug,
        title,
        summary,
        html,
        origin,
        status,
        originalLanguage,
        kind,
        publishedAt,
        updatedAt,
        revision,
        readingMinutes,
        wordCount,
        author,
        topics,
        picture,
        editions,
        alternates,
        related,
        series,
        count,
        comments);
  }
}
