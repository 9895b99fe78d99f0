package voxpop.translation.document;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text as its author published it, as article-service tells it.
 *
 * @param kind post, page, or what of the house's own texts it is; null from a release before
 * @param titled whether the title is for readers, or only says what this is; null as true
 * @param summary only if somebody wrote one
 * @param html sanitised
 * @param more whether a newer revision is published already
 * @param correction whether the author wants what changed to reach readers of translations at once
 */
@Serdeable
public record SourceText(
    UUID article,
    @Nullable String kind,
    int revision,
    String language,
    String title,
    @Nullable Boolean titled,
    @Nullable String summary,
    String html,
    boolean correction,
    @Nullable Boolean more) {

  boolean isFollowed() {
    return Boolean.TRUE.equals(more);
  }

  String what() {
    return kind == null ? Document.POST : kind;
  }

  /** The title, as far as readers get it. */
  @Nullable String readTitle() {
    return Boolean.FALSE.equals(titled) ? null : title;
  }
}
