package voxpop.translation.document;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as its author published it, as article-service tells it.
 *
 * @param summary only if somebody wrote one
 * @param html sanitised
 * @param more whether a newer revision is published already
 * @param correction whether the author wants what changed to reach readers of translations at once
 */
@Serdeable
public record SourceText(
    UUID article,
    int revision,
    String language,
    String title,
    @Nullable String summary,
    String html,
    boolean correction,
    @Nullable Boolean more) {

  boolean isFollowed() {
    return Boolean.TRUE.equals(more);
  }
}
