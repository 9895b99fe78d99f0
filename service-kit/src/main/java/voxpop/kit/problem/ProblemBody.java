package voxpop.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a problem (RFC 9457): {@code type} is a stable reference, {@code detail} a sentence
 * to act on, {@code requestId} what the logs know the request by; whoever answers puts it in.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable List<Violation> violations,
    @Nullable String requestId) {

  public ProblemBody(
      String type,
      String title,
      int status,
      @Nullable String detail,
      @Nullable List<Violation> violations) {
    this(type, title, status, detail, violations, null);
  }

  /** The same problem, of this request. */
  public ProblemBody of(String id) {
    return new ProblemBody(type, title, status, detail, violations, id);
  }
}
