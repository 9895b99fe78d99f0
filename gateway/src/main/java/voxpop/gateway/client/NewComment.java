package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say. Honeypot fields go along as they were filled. */
@Serdeable
public record NewComment(
    UUID article,
    @Nullable UUID parent,
    @Nullable String name,
    @Nullable String email,
    @Nullable String body,
    @Nullable String language,
    @Nullable String website,
    @Nullable String url2,
    @Nullable Solution challenge) {

  /** A challenge and what the reader thinks it comes to. */
  @Serdeable
  public record Solution(String token, String answer) {}
}
