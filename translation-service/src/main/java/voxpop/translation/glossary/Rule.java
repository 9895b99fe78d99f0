package voxpop.translation.glossary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Locale;

/** What a term asks for. */
@Serdeable
public enum Rule {
  /** Wherever the term stands, the translation holds this wording. */
  TRANSLATE,
  /** The term stays as it is. */
  KEEP,
  /** Wherever the term stands, the translation doesn't hold this wording. */
  FORBIDDEN;

  @JsonCreator
  public static Rule of(String word) {
    return Arrays.stream(values())
        .filter(rule -> rule.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("must be one of translate, keep, forbidden"));
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
