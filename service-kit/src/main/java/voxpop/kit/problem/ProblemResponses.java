package voxpop.kit.problem;

import io.micronaut.context.annotation.Secondary;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.serde.exceptions.InvalidPropertyFormatException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns every error of the framework into problem+json; an exception's own message is never shown.
 */
@Singleton
@Secondary
public class ProblemResponses implements ErrorResponseProcessor<ProblemBody> {
  static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  /**
   * Serde names the place as {@code (path: Type->field->0)} or {@code property [field]}, depending
   * on the mistake.
   */
  private static final Pattern JSON_FIELD =
      Pattern.compile(
          "(?:property|argument) \\[(?:[^\\]]* )?([A-Za-z0-9_]+)\\]|\\[\"([^\"]+)\"\\](?!.*\\[\")");

  @Override
  public MutableHttpResponse<ProblemBody> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    ProblemBody body = body(context, response);
    return response.status(body.status()).body(body).contentType(PROBLEM_JSON);
  }

  private static ProblemBody body(ErrorContext context, HttpResponse<?> response) {
    Throwable cause = context.getRootCause().orElse(null);
    List<Violation> violations = violations(cause);
    if (!violations.isEmpty()) {
      return Problem.invalidBody(violations);
    }
    int status = response.code();
    return switch (status) {
      case 400 ->
          Problem.invalidBody(
              List.of(new Violation("body", "This is not the JSON that is expected here.")));
      case 401 ->
          new ProblemBody("/problems/unauthorized", "Not signed in", 401, "Sign in first.", null);
      case 403 -> new ProblemBody("/problems/forbidden", "Not allowed", 403, null, null);
      case 404 ->
          new ProblemBody(
              "/problems/not-found", "Not found", 404, "There is nothing at this address.", null);
      case 405 ->
          new ProblemBody(
              "/problems/method-not-allowed",
              "Not possible here",
              405,
              "This address doesn't take that method.",
              null);
      case 406 ->
          new ProblemBody(
              "/problems/not-acceptable",
              "No such form",
              406,
              "This is not to be had in the form asked for.",
              null);
      case 413 ->
          new ProblemBody("/problems/too-large", "Too large", 413, "Send less at once.", null);
      case 415 ->
          new ProblemBody(
              "/problems/unsupported-media-type",
              "Unknown form",
              415,
              "Send it as application/json.",
              null);
      default ->
          status < 500
              ? new ProblemBody("/problems/refused", "Refused", status, null, null)
              : new ProblemBody(
                  "/problems/internal",
                  "Something went wrong here",
                  status,
                  "Please try again.",
                  null);
    };
  }

  private static List<Violation> violations(@Nullable Throwable cause) {
    return switch (cause) {
      case ConstraintViolationException e ->
          e.getConstraintViolations().stream()
              .map(v -> new Violation(field(v), v.getMessage()))
              .sorted(java.util.Comparator.comparing(Violation::field))
              .toList();
      case ConversionErrorException e ->
          List.of(conversion(e.getArgument(), e.getCause() == null ? e : e.getCause()));
      case UnsatisfiedRouteException e ->
          List.of(new Violation(named(e.getArgument()), "is missing"));
      case null, default -> List.of();
    };
  }

  private static Violation conversion(Argument<?> argument, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof JsonBodies.Misplaced e) {
        return new Violation(e.field(), "has a value of the wrong type");
      }
      if (t instanceof InvalidPropertyFormatException e) {
        return new Violation(e.getArgument().getName(), "has a value of the wrong type");
      }
      Matcher place = JSON_FIELD.matcher(String.valueOf(t.getMessage()));
      if (place.find()) {
        return new Violation(
            place.group(1) != null ? place.group(1) : place.group(2),
            "has no value that is known here");
      }
    }
    return argument.getAnnotationMetadata().hasAnnotation(Body.class)
        ? new Violation("body", "is not the JSON that is expected here")
        : new Violation(named(argument), "has no value that is known here");
  }

  /** As the caller knows it, not as our method does. */
  private static String named(Argument<?> argument) {
    AnnotationMetadata about = argument.getAnnotationMetadata();
    return about.hasAnnotation(Body.class)
        ? "body"
        : about
            .stringValue(Header.class)
            .or(() -> about.stringValue(QueryValue.class))
            .filter(name -> !name.isEmpty())
            .orElse(argument.getName());
  }

  /**
   * The path without the method's name and the body's: what the caller sent is {@code title}, not
   * {@code create.draft.title}.
   */
  private static String field(ConstraintViolation<?> violation) {
    StringBuilder field = new StringBuilder();
    int depth = 0;
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case METHOD, CONSTRUCTOR, BEAN, CONTAINER_ELEMENT, RETURN_VALUE -> {}
        case PARAMETER -> parameter = node.getName();
        default -> {
          field.append(depth++ == 0 ? "" : ".").append(node.getName());
          if (node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
          }
        }
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }
}
