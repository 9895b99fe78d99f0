package voxpop.kit.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import voxpop.kit.caller.HouseHeaders;

/** Answers a {@link Problem}. */
@Singleton
@Produces("application/problem+json")
public class ProblemHandler implements ExceptionHandler<Problem, HttpResponse<?>> {
  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, Problem problem) {
    return answer(problem);
  }

  /**
   * The answer to a problem, for code that has a response to give rather than an exception to
   * throw.
   */
  public static HttpResponse<ProblemBody> answer(Problem problem) {
    var response =
        HttpResponse.<ProblemBody>status(problem.status())
            .body(problem.body())
            .contentType(ProblemResponses.PROBLEM_JSON);
    if (problem.isBusy()) {
      response.header(HouseHeaders.BUSY, "1");
    }
    Duration wait = problem.retryAfter();
    if (wait == null) {
      return response;
    }
    String seconds = Long.toString(Math.max(1, wait.toSeconds()));
    if (problem.body().status() == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
      // draft-ietf-httpapi-ratelimit-headers-10; the door tells its own limits in more detail
      response.header("RateLimit", "\"default\";r=0;t=" + seconds);
    }
    return response.header("Retry-After", seconds);
  }
}
