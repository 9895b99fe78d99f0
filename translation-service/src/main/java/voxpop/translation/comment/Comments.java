package voxpop.translation.comment;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** comment-service, which has the comments. */
@Client("comment-service")
interface Comments {
  /** A comment as everybody sees it. */
  @Serdeable
  record Comment(
      UUID id,
      UUID article,
      String html,
      String language,
      String status,
      @Nullable Boolean removed) {
    boolean isShown() {
      return status.equals("published") && !Boolean.TRUE.equals(removed);
    }
  }

  @Get("/api/comments/{id}")
  Optional<Comment> comment(UUID id);
}
