package voxpop.kit.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a person may do, as written in tokens and JSON: lower case. */
@Serdeable
public enum Role {
  ADMINISTRATOR,
  EDITOR,
  AUTHOR,
  TRANSLATOR,
  MODERATOR;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
