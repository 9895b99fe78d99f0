package voxpop.article.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a writer types. */
@Serdeable
public enum Format {
  MARKDOWN,
  HTML;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Format of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
