package voxpop.kit.problem;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the caller is told about as problem+json (RFC 9457).
 *
 * <p>{@code type} is a stable reference below {@code /problems/}; programs match on it, people read
 * the detail.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String BUSY = "/problems/busy";

  private final transient ProblemBody body;
  private final transient @Nullable Duration retryAfter;

  private Problem(ProblemBody body, @Nullable Duration retryAfter) {
    super(body.title() + ": " + body.detail(), null, false, false);
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /**
   * Any problem: {@code type} is the last part of the reference, for example {@code
   * challenge-used}.
   */
  public static Problem of(HttpStatus status, String type, String title, String detail) {
    return new Problem(
        new ProblemBody("/problems/" + type, title, status.getCode(), detail, null), null);
  }

  /** 400: one field is wrong. */
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new Violation(field, message)));
  }

  /** 400: some fields are wrong. */
  public static Problem invalid(List<Violation> violations) {
    return new Problem(invalidBody(violations), null);
  }

  /** 400: one field is wrong in a way that programs tell apart by {@code type}. */
  public static Problem invalid(String type, String field, String message) {
    ProblemBody body = invalidBody(List.of(new Violation(field, message)));
    return new Problem(
        new ProblemBody(
            "/problems/" + type, body.title(), body.status(), message, body.violations()),
        null);
  }

  /** 401: nobody is signed in, or the token is no longer good. */
  public static Problem unauthorized(String detail) {
    return of(HttpStatus.UNAUTHORIZED, "unauthorized", "Not signed in", detail);
  }

  /** 403: the caller is known and may not. */
  public static Problem forbidden(String detail) {
    return of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
  }

  /** 404. */
  public static Problem notFound(String detail) {
    return of(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
  }

  /** 409. */
  public static Problem conflict(String type, String detail) {
    return of(HttpStatus.CONFLICT, type, "Conflict", detail);
  }

  /** 410: it was there and was taken back. */
  public static Problem gone(String detail) {
    return of(HttpStatus.GONE, "gone", "Withdrawn", detail);
  }

  /** 412: somebody else was faster (RFC 9110, If-Match). */
  public static Problem preconditionFailed(String detail) {
    return of(
        HttpStatus.PRECONDITION_FAILED, "precondition-failed", "Changed in the meantime", detail);
  }

  /** 415: of a media type, or coded in a way, that isn't taken. */
  public static Problem unsupported(String detail) {
    return of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Unknown form", detail);
  }

  /** 428: a conditional request is needed here (RFC 6585). */
  public static Problem preconditionRequired() {
    return of(
        HttpStatus.PRECONDITION_REQUIRED,
        "precondition-required",
        "If-Match is missing",
        "Send If-Match with the ETag of what you have read.");
  }

  /** 429 with {@code Retry-After}. */
  public static Problem tooMany(String detail, Duration retryAfter) {
    return new Problem(
        new ProblemBody("/problems/too-many-requests", "Too many requests", 429, detail, null),
        retryAfter);
  }

  /** 503 with {@code Retry-After}: a part that this needs is away. */
  public static Problem unavailable(String detail) {
    return new Problem(
        new ProblemBody("/problems/unavailable", "Not available at the moment", 503, detail, null),
        Duration.ofSeconds(2));
  }

  /** 503 with {@code Retry-After}: everything is there, but too much is being asked at once. */
  public static Problem busy() {
    return new Problem(
        new ProblemBody(
            BUSY, "Too busy at the moment", 503, "Too much is asked at once. Try again.", null),
        Duration.ofSeconds(1));
  }

  static ProblemBody invalidBody(List<Violation> violations) {
    String detail =
        violations.stream()
            .map(v -> v.field() + ": " + v.message())
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
    return new ProblemBody(
        "/problems/invalid", "The request has a mistake", 400, detail, violations);
  }

  /** Whether it is {@link #busy()}. */
  boolean isBusy() {
    return BUSY.equals(body.type());
  }

  public ProblemBody body() {
    return body;
  }

  public HttpStatus status() {
    return HttpStatus.valueOf(body.status());
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
