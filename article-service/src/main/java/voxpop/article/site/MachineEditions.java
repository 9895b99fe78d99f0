package voxpop.article.site;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * Whether readers get machine translations at once, marked as such, or after somebody has read
 * them.
 */
@Serdeable
public enum MachineEditions {
  PUBLISHED,
  REVIEWED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static MachineEditions of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
