package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as somebody typed it, in its newest revision; in lists without the text.
 *
 * @param slug as typed; in lists, the one that readers find it at
 * @param status draft, scheduled, published or withdrawn
 * @param publishedRevision the one that readers see
 */
@Serdeable
public record Written(
    UUID article,
    @Nullable String kind,
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
    @Nullable Instant scheduledAt,
    @Nullable Instant updatedAt,
    @Nullable String author) {
  public Written {
    topics = topics == null ? List.of() : topics;
  }

  /** Readers see an older revision than the newest. */
  public boolean ahead() {
    return is("published") && publishedRevision != null && !publishedRevision.equals(revision);
  }

  public boolean is(String status) {
    return this.status.equals(status);
  }

  /** Some of them, the last saved first. */
  @Serdeable
  public record Stack(List<Written> items, @Nullable String next) {
    public Stack {
      items = items == null ? List.of() : items;
    }
  }
}
