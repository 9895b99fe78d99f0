package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An author as readers see them.
 *
 * @param name as in the address of the author's list
 * @param note what the author says about themself, only where there is room for it
 * @param noteLanguage that it is said in; null where nobody knows
 */
@Serdeable
public record Byline(
    String name,
    String displayName,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String noteLanguage) {

  /** Where there is no room for a note. */
  public Byline(String name, String displayName) {
    this(name, displayName, null, null);
  }
}
