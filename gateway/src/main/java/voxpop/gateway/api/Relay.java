package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.ProxyHttpClient;
import io.micronaut.http.client.annotation.Client;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import voxpop.gateway.client.Visitor;
import voxpop.kit.caller.HouseHeaders;
import voxpop.kit.problem.Problem;

/**
 * Streams a request to a service and its answer back. What belongs to one connection, what only the
 * house may say, and cookies stay at the door; everything else, ETags above all, passes unchanged.
 */
@Singleton
class Relay {
  /**
   * A service that is away fails every request: one line now and then says it as well as a
   * thousand.
   */
  private static final Duration TOLD_AGAIN = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  // RFC 9110, 7.6.1; the length is the client's own business.
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "upgrade",
          "expect");
  private static final Set<String> KEPT_AT_THE_DOOR =
      Set.of("cookie", "authorization", "forwarded", "x-real-ip", "origin", "referer");
  private static final Set<String> NOT_SHOWN = Set.of("set-cookie", "server");

  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private final Map<String, ProxyHttpClient> services;

  Relay(
      @Client("article-service") ProxyHttpClient articles,
      @Client("comment-service") ProxyHttpClient comments,
      @Client("translation-service") ProxyHttpClient translations) {
    this.services =
        Map.of(
            "article-service", articles,
            "comment-service", comments,
            "translation-service", translations);
  }

  /** The answer of a service to this request; a service that is away is a 503 that says so. */
  Mono<MutableHttpResponse<?>> to(String service, HttpRequest<?> request, Visitor visitor) {
    URI asked = request.getUri();
    String query = asked.getRawQuery();
    URI target = URI.create(asked.getRawPath() + (query == null ? "" : "?" + query));
    MutableHttpRequest<?> onward = request.mutate().uri(target);
    strip(onward.getHeaders());
    introduce(onward, visitor);
    ProxyHttpClient client = services.get(service);
    if (client == null) {
      throw new IllegalStateException("no service " + service);
    }
    return Mono.<MutableHttpResponse<?>>from(client.proxy(onward))
        .doOnNext(answer -> clean(answer.getHeaders()))
        .onErrorMap(
            failure -> {
              tell(service, request, failure);
              return Problem.unavailable("This part is away at the moment. Please try again.");
            });
  }

  private void tell(String service, HttpRequest<?> request, Throwable failure) {
    long now = System.nanoTime();
    Long last = told.get(service);
    if (last == null || now - last > TOLD_AGAIN.toNanos()) {
      told.put(service, now);
      LOG.warn(
          "{} did not answer {} {}: {}",
          service,
          request.getMethod(),
          request.getPath(),
          failure.toString());
    }
  }

  private static void strip(MutableHttpHeaders headers) {
    Set<String> named = named(headers.getAll(HttpHeaders.CONNECTION));
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (OF_THE_CONNECTION.contains(lower)
          || KEPT_AT_THE_DOOR.contains(lower)
          || named.contains(lower)
          || ofTheHouse(name)
          || lower.startsWith("x-forwarded-")) {
        headers.remove(name);
      }
    }
  }

  private static void clean(MutableHttpHeaders headers) {
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (OF_THE_CONNECTION.contains(lower) || NOT_SHOWN.contains(lower) || ofTheHouse(name)) {
        headers.remove(name);
      }
    }
  }

  private static Set<String> named(@Nullable List<String> connection) {
    return connection == null
        ? Set.of()
        : connection.stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            // Leaving these out would change what the request is.
            .filter(name -> !name.equals("content-length") && !name.equals("content-type"))
            .collect(Collectors.toSet());
  }

  private static boolean ofTheHouse(String name) {
    return name.regionMatches(true, 0, HouseHeaders.PREFIX, 0, HouseHeaders.PREFIX.length());
  }

  private static void introduce(MutableHttpRequest<?> onward, Visitor visitor) {
    if (visitor.reader() != null) {
      onward.header(HouseHeaders.READER, visitor.reader());
    }
    if (visitor.network() != null) {
      onward.header(HouseHeaders.NETWORK, visitor.network());
    }
    if (visitor.token() != null) {
      onward.bearerAuth(visitor.token());
    }
  }
}
