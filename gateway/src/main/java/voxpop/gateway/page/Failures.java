package voxpop.gateway.page;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.edge.BadForm;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.ProblemBody;
import voxpop.kit.problem.ProblemHandler;
import voxpop.kit.problem.Violation;

/** What our own code and the clients throw, each told by {@link ProblemPages}. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  private static HttpResponse<?> answer(
      ProblemPages pages, HttpRequest<?> request, Problem problem) {
    HttpResponse<?> told = ProblemHandler.answer(problem);
    return pages.answer(
        request, told.code(), problem.body(), told.getHeaders().get(HttpHeaders.RETRY_AFTER));
  }

  /** Ours. */
  @Singleton
  @Produces
  @Replaces(ProblemHandler.class)
  static final class OfProblem implements ExceptionHandler<Problem, HttpResponse<?>> {
    private final ProblemPages pages;

    OfProblem(ProblemPages pages) {
      this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<?> handle(HttpRequest request, Problem problem) {
      return answer(pages, request, problem);
    }
  }

  /** A service is away: 503, and when to try again. */
  @Singleton
  @Produces
  static final class OfUnavailable implements ExceptionHandler<Unavailable, HttpResponse<?>> {
    private final ProblemPages pages;

    OfUnavailable(ProblemPages pages) {
      this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<?> handle(HttpRequest request, Unavailable away) {
      if (away.isBusy()) {
        // The counters tell how often; a line for each would be one more burden.
        return answer(pages, request, Problem.busy());
      }
      LOG.warn("{} {}: {}", request.getMethod(), request.getPath(), away.getMessage());
      return answer(
          pages,
          request,
          Problem.unavailable("This part is away at the moment. Please try again."));
    }
  }

  /** A service said no, and nobody here had a use for it. */
  @Singleton
  @Produces
  static final class OfRefused implements ExceptionHandler<Refused, HttpResponse<?>> {
    private final ProblemPages pages;

    OfRefused(ProblemPages pages) {
      this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<?> handle(HttpRequest request, Refused refused) {
      @Nullable String retryAfter = refused.retryAfter();
      return pages.answer(request, refused.status(), body(refused), retryAfter);
    }
  }

  private static ProblemBody body(Refused refused) {
    var told = refused.problem();
    List<Violation> violations =
        told.violations().stream().map(v -> new Violation(v.field(), v.message())).toList();
    return new ProblemBody(
        told.type() == null ? "about:blank" : told.type(),
        told.title() == null ? "Refused" : told.title(),
        refused.status(),
        told.detail(),
        violations);
  }

  /** A form of the studio without its token. */
  @Singleton
  @Produces
  static final class OfBadForm implements ExceptionHandler<BadForm, HttpResponse<?>> {
    private final ProblemPages pages;

    OfBadForm(ProblemPages pages) {
      this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<?> handle(HttpRequest request, BadForm bad) {
      return answer(
          pages, request, Problem.forbidden("The form was not this session's. Load it again."));
    }
  }

  /** No address has a control character in it, encoded or not (RFC 3986, 2). */
  @Singleton
  @Produces
  static final class OfNoAddress implements ExceptionHandler<UriSyntaxException, HttpResponse<?>> {
    private final ProblemPages pages;

    OfNoAddress(ProblemPages pages) {
      this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<?> handle(HttpRequest request, UriSyntaxException named) {
      return answer(pages, request, Problem.notFound("There is nothing at this address."));
    }
  }

  /** An old address. */
  @Singleton
  @Produces
  static final class OfMoved implements ExceptionHandler<Moved, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    public HttpResponse<?> handle(HttpRequest request, Moved moved) {
      return HttpResponse.redirect(moved.location()).status(301);
    }
  }
}
