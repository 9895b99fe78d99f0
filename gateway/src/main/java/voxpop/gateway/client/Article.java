package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article as its writers see it. */
@Serdeable
public record Article(
    UUID id,
    String language,
    @Nullable String originalLanguage,
    @Nullable String slug,
    String title,
    @Nullable String summary,
    @Nullable String body,
    @Nullable String format,
    @Nullable String html,
    @Nullable String origin,
    @Nullable String status,
    @Nullable Integer revision,
    @Nullable String comments,
    @Nullable Instant publishAt,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Byline author,
    List<Topic> topics,
    @Nullable Picture picture,
    List<EditionLink> editions) {

  public Article {
    topics = topics == null ? List.of() : topics;
    editions = editions == null ? List.of() : editions;
  }
}
