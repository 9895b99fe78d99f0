package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Whether an edition says what the original says now, or what it said before its last change. */
@Serdeable
public enum Freshness {
  CURRENT,
  STALE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Freshness of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
