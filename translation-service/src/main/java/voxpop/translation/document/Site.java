package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** What the workshop needs to know of the site. */
@Serdeable
public record Site(List<String> languages, MachineEditions machineEditions) {
  /** When readers get what nobody has reviewed. */
  @Serdeable
  public enum MachineEditions {
    /** At once, marked as a machine's. */
    PUBLISHED,
    /** When a person has given it to them. */
    REVIEWED;

    @JsonCreator
    static MachineEditions of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
