package voxpop.comment.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import voxpop.comment.comment.CommentStatus;

/** What a moderator can say of a comment. */
@Serdeable
public enum Decision {
  APPROVED(CommentStatus.PUBLISHED),
  REJECTED(CommentStatus.REJECTED),
  SPAM(CommentStatus.SPAM);

  private final CommentStatus status;

  Decision(CommentStatus status) {
    this.status = status;
  }

  CommentStatus status() {
    return status;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Decision of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
