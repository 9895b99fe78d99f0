package voxpop.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with the input: the field as the caller named it, and what to do about it.
 *
 * @param code for programs that say it in their reader's language, where there is one
 * @param parameters what it is about, for the same
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    String field, String message, @Nullable String code, @Nullable Map<String, String> parameters) {

  public Violation(String field, String message) {
    this(field, message, null, null);
  }
}
