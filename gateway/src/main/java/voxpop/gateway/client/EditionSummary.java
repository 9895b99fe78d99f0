package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An edition in a list. */
@Serdeable
public record EditionSummary(
    UUID article,
    String language,
    String originalLanguage,
    String slug,
    String title,
    @Nullable String summary,
    String origin,
    String status,
    Byline author,
    List<Topic> topics,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Picture picture,
    @Nullable Integer readingMinutes,
    long recommendations,
    List<Alternate> alternates) {

  public EditionSummary {
    topics = topics == null ? List.of() : topics;
    alternates = alternates == null ? List.of() : alternates;
  }
}
