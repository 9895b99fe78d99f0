package voxpop.article.site;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What happens to a new comment: readers see it at once, after a moderator, or there is none. */
@Serdeable
public enum CommentRule {
  OPEN,
  HELD,
  CLOSED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static CommentRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
