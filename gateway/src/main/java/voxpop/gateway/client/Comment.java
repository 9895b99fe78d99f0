package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment, as the public or (held) only its writer sees it. */
@Serdeable
public record Comment(
    UUID id,
    UUID article,
    @Nullable UUID parent,
    String name,
    @Nullable String body,
    String html,
    @Nullable String language,
    Instant createdAt,
    String status,
    @Nullable Boolean held,
    @Nullable Boolean own,
    @Nullable UUID authorId,
    @Nullable Integer depth,
    @Nullable Boolean removed) {

  /** Only its place is left, for the sake of its replies. */
  public boolean gone() {
    return Boolean.TRUE.equals(removed);
  }

  public boolean waiting() {
    return "held".equals(status) || Boolean.TRUE.equals(held);
  }

  public int level() {
    return depth == null ? 0 : depth;
  }
}
