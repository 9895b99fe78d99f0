package voxpop.translation.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What part of an article a segment is. */
@Serdeable
public enum Kind {
  TITLE,
  SUMMARY,
  /** A sentence of the text; the only kind that holds inline markup. */
  TEXT,
  /** What a picture shows, for those who don't see it. */
  ALT;

  /** Whether {@code <} and {@code &} mean something in it. */
  public boolean markup() {
    return this == TEXT;
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
