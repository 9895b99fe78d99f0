package voxpop.comment.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Where a comment stands. Only published ones are for everybody. */
@Serdeable
public enum CommentStatus {
  PUBLISHED,
  HELD,
  REJECTED,
  SPAM;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static CommentStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
