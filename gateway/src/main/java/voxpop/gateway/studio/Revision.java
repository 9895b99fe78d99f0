package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as it was once saved; in lists without the text. */
@Serdeable
public record Revision(
    int revision,
    String title,
    @Nullable String body,
    @Nullable String format,
    List<String> topics,
    @Nullable String summary,
    @Nullable Instant createdAt,
    @Nullable String author) {
  public Revision {
    topics = topics == null ? List.of() : topics;
  }

  /** All of an article's, newest first. */
  @Serdeable
  record Stack(List<Revision> items) {
    Stack {
      items = items == null ? List.of() : items;
    }
  }
}
