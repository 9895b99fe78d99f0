package voxpop.gateway.edge;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the origins that the operator opened use {@code /api} (the CORS protocol of the
 * Fetch standard), with a token that they have themselves and never with a visitor's cookies. For
 * all others browsers keep the door shut.
 */
@ServerFilter({"/api", "/api/**"})
class OpenOrigins implements Ordered {
  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, If-Match, If-None-Match, Accept-Language";
  private static final String ANSWER_HEADERS =
      "ETag, Location, Link, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id";

  /** Seconds; what is allowed changes with a restart at most. */
  private static final String KEPT = "600";

  private static final String OPENED = "voxpop.opened";

  private final GatewaySettings settings;

  OpenOrigins(GatewaySettings settings) {
    this.settings = settings;
  }

  /** Answers a browser that asks before it writes. */
  @RequestFilter
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin == null || !settings.origins().contains(origin)) {
      return null;
    }
    // whoever passes the request on leaves this header out
    request.setAttribute(OPENED, origin);
    if (request.getMethod() != HttpMethod.OPTIONS
        || !request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      return null;
    }
    return HttpResponse.noContent()
        .header(HttpHeaders.VARY, HttpHeaders.ORIGIN)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, KEPT);
  }

  @ResponseFilter
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (settings.origins().isEmpty()) {
      return;
    }
    MutableHttpHeaders headers = response.getHeaders();
    headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    request
        .getAttribute(OPENED, String.class)
        .ifPresent(
            origin -> {
              headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
              headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
            });
  }

  // outside of what answers and refuses: a page may also read why it was refused
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.before();
  }
}
