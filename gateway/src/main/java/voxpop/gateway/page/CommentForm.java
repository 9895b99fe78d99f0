package voxpop.gateway.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the comment form, all of it, so that nothing is ever lost. */
@Serdeable
@Introspected
public record CommentForm(
    @Nullable String name,
    @Nullable String email,
    @Nullable String body,
    @Nullable String parent,
    @Nullable String website,
    @Nullable String url2,
    @Nullable String token,
    @Nullable String answer,
    @Nullable String key) {
  public static final CommentForm EMPTY =
      new CommentForm(null, null, null, null, null, null, null, null, null);

  /** An empty form that answers a comment. */
  public static CommentForm replyTo(String parent) {
    return new CommentForm(null, null, null, parent, null, null, null, null, null);
  }
}
