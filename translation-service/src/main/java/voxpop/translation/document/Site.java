package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the workshop needs to know of the site. */
@Serdeable
public record Site(
    List<String> languages,
    MachineEditions machineEditions,
    @Nullable Map<String, MachineEditions> machineEditionsByLanguage) {

  /** Whether readers get a machine's text in this language before somebody has reviewed it. */
  public boolean machineTextAtOnce(String language) {
    MachineEditions own =
        machineEditionsByLanguage == null ? null : machineEditionsByLanguage.get(language);
    return (own == null ? machineEditions : own) == MachineEditions.PUBLISHED;
  }

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
