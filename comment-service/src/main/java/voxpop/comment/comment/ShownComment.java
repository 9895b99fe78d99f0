package voxpop.comment.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;

/**
 * A comment as its caller may see it.
 *
 * @param body as it was typed
 * @param depth 0 for one that answers the article
 * @param own true for the caller's own
 * @param held true for one that waits for a moderator
 * @param removed true for one that is no more, but whose replies are: without name and text
 * @param reason to moderators: the filter or rule that held it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ShownComment(
    UUID id,
    UUID article,
    @Nullable UUID parent,
    String name,
    String body,
    String html,
    String language,
    Instant createdAt,
    CommentStatus status,
    int depth,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID authorId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean own,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean held,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean removed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

  /**
   * As everybody sees it, and its writer: what isn't published shows its text to the writer while
   * it waits, else to nobody.
   */
  static ShownComment to(Caller caller, Comment comment) {
    boolean own = comment.isBy(caller);
    boolean readable = comment.isPublished() || (own && comment.status() == CommentStatus.HELD);
    return of(comment, readable, own, null);
  }

  /** As moderators see it: all of it, but the address. */
  public static ShownComment toModerator(Caller caller, Comment comment) {
    return of(comment, !comment.erased(), comment.isBy(caller), comment.reason());
  }

  private static ShownComment of(
      Comment comment, boolean readable, boolean own, @Nullable String reason) {
    return new ShownComment(
        comment.id(),
        comment.articleId(),
        comment.parentId(),
        readable ? comment.name() : "",
        readable ? comment.body() : "",
        readable ? comment.html() : "",
        comment.language(),
        comment.createdAt(),
        comment.status(),
        comment.place().depth(),
        readable ? comment.authorId() : null,
        own ? true : null,
        comment.status() == CommentStatus.HELD ? true : null,
        readable ? null : true,
        reason);
  }
}
