package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Byline;

/** An article as it was once saved. */
@Serdeable
public record Revision(
    int number,
    String title,
    @Nullable String body,
    @Nullable String format,
    List<String> topics,
    @Nullable String summary,
    @Nullable String html,
    @Nullable Instant createdAt,
    @Nullable Byline author,
    @Nullable Boolean published) {
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
