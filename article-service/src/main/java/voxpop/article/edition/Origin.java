package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * Who wrote an edition: the author, a person who translated, or a machine that nobody has
 * corrected.
 */
@Serdeable
public enum Origin {
  ORIGINAL,
  HUMAN,
  MACHINE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Origin of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
