package voxpop.gateway.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Site;
import voxpop.gateway.edge.Languages;
import voxpop.gateway.edge.Rendered;
import voxpop.gateway.edge.Sites;
import voxpop.kit.problem.ProblemBody;
import voxpop.kit.problem.ProblemResponses;

/** Errors: for programs problem+json, for people a page in their language. */
@Singleton
class ProblemPages implements ErrorResponseProcessor<Object> {
  private static final MediaType PROBLEM_JSON = MediaType.of("application/problem+json");

  private final Pages pages;
  private final Sites sites;
  private final Languages languages;
  private final ProblemResponses problems = new ProblemResponses();

  ProblemPages(Pages pages, Sites sites, Languages languages) {
    this.pages = pages;
    this.sites = sites;
    this.languages = languages;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    MutableHttpResponse<ProblemBody> told = problems.processResponse(context, response);
    return answer(context.getRequest(), told.code(), told.body(), null);
  }

  /** The answer to a request that failed. */
  MutableHttpResponse<Object> answer(
      HttpRequest<?> request, int status, @Nullable Object problem, @Nullable String retryAfter) {
    MutableHttpResponse<Object> response = HttpResponse.status(HttpStatus.valueOf(status));
    response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    if (problem != null && forPrograms(request)) {
      return response.body(problem).contentType(PROBLEM_JSON);
    }
    Site site = sites.known().orElse(null);
    Object page = pages.problem(site, language(request, site), status);
    return response.body(page).header(HttpHeaders.CONTENT_TYPE, Rendered.HTML);
  }

  private static boolean forPrograms(HttpRequest<?> request) {
    return request.getPath().startsWith("/api/") || request.getPath().equals("/api");
  }

  /** The language of the address, if it has one. */
  private String language(HttpRequest<?> request, @Nullable Site site) {
    String path = request.getPath();
    int end = path.indexOf('/', 1);
    String first = path.length() < 2 ? "" : path.substring(1, end < 0 ? path.length() : end);
    if (site == null) {
      return first.length() == 2 ? first : "en";
    }
    return site.languages().contains(first) ? first : languages.of(request, site);
  }
}
