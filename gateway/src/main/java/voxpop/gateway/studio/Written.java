package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Byline;
import voxpop.gateway.client.EditionLink;

/**
 * An article as somebody typed it, in its newest revision.
 *
 * @param status draft, scheduled, published or withdrawn
 * @param publishedRevision the one that readers see
 */
@Serdeable
public record Written(
    UUID id,
    String language,
    String title,
    @Nullable String body,
    @Nullable String format,
    List<String> topics,
    @Nullable String summary,
    @Nullable String slug,
    @Nullable String comments,
    String status,
    @Nullable Integer revision,
    @Nullable Integer publishedRevision,
    @Nullable Instant publishAt,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    @Nullable Byline author,
    List<EditionLink> editions) {
  public Written {
    topics = topics == null ? List.of() : topics;
    editions = editions == null ? List.of() : editions;
  }

  /** Readers see an older revision than the newest. */
  public boolean ahead() {
    return publishedRevision != null && !publishedRevision.equals(revision);
  }

  public boolean is(String status) {
    return this.status.equals(status);
  }

  /** Where readers find it, once it is published. */
  public @Nullable String address() {
    return editions().stream()
        .filter(e -> e.language().equals(language))
        .map(e -> "/" + e.language() + "/" + e.slug())
        .findFirst()
        .orElse(null);
  }

  /** Some of them, newest first. */
  @Serdeable
  public record Stack(List<Written> items, @Nullable String next) {
    public Stack {
      items = items == null ? List.of() : items;
    }
  }
}
