package voxpop.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem.Violation;

/** How templates mark the fields that were filled wrongly. */
public final class Forms {
  private Forms() {}

  /** For {@code aria-invalid}: "true", or no attribute at all. */
  public static @Nullable String wrong(List<Violation> violations, String field) {
    return violations.stream()
            .anyMatch(v -> v.field().equals(field) || v.field().endsWith("." + field))
        ? "true"
        : null;
  }
}
