package voxpop.gateway.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment, as the public or (held) only its writer sees it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean held,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean own,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID authorId,
    @Nullable Integer depth,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean removed) {

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
