package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as a service tells it (RFC 9457). */
@Serdeable
public record Problem(
    @Nullable String type,
    @Nullable String title,
    @Nullable Integer status,
    @Nullable String detail,
    List<Violation> violations) {

  public Problem {
    violations = violations == null ? List.of() : violations;
  }

  /** The last part of the type: what messages and tests know the error by. */
  public String slug() {
    return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
  }

  /**
   * A field and what is wrong with it.
   *
   * @param code what it is called, with {@code parameters}, where it has a name
   */
  @Serdeable
  public record Violation(
      String field,
      String message,
      @Nullable String code,
      @Nullable Map<String, String> parameters) {
    public Violation(String field, String message) {
      this(field, message, null, null);
    }
  }
}
