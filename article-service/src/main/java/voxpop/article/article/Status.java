package voxpop.article.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How far an article has come. */
@Serdeable
public enum Status {
  DRAFT,
  SCHEDULED,
  PUBLISHED,
  WITHDRAWN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
