package voxpop.article.menu;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a line of the menu leads to. */
@Serdeable
public enum Target {
  /** An article or a page of the house, by its id. */
  PAGE,
  /** By its slug. */
  TOPIC,
  /** By its slug. */
  SERIES,
  /** A path of this site or a whole address. */
  ADDRESS;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Target of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
