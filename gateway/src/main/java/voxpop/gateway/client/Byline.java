package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The author as readers see them; {@code name} is the one in addresses. */
@Serdeable
public record Byline(
    String name, String displayName, @Nullable String note, @Nullable String noteLanguage) {

  /** The note's language for readers of another one; null where it is theirs. */
  public @Nullable String noteIn(String readers) {
    return noteLanguage == null || noteLanguage.equals(readers) ? null : noteLanguage;
  }
}
