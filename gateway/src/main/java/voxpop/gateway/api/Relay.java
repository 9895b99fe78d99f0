package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.ProxyHttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import voxpop.gateway.client.Again;
import voxpop.gateway.client.Guards;
import voxpop.gateway.client.Pass;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.kit.caller.HouseHeaders;
import voxpop.kit.problem.Problem;
import voxpop.kit.rotation.Hanging;

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

  /** So long an answer's head may take. */
  private static final Duration WITHIN = Duration.ofSeconds(15);

  /** With a body that fills more than the buffers on the way: 24 MB at 1.6 Mbit/s. */
  private static final Duration UPLOADED_WITHIN = Duration.ofMinutes(2);

  private static final long LARGE = 64_000;

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
  private final Guards guards;

  Relay(
      Guards guards,
      @Client("article-service") ProxyHttpClient articles,
      @Client("comment-service") ProxyHttpClient comments,
      @Client("translation-service") ProxyHttpClient translations) {
    this.guards = guards;
    this.services =
        Map.of(
            "article-service", articles,
            "comment-service", comments,
            "translation-service", translations);
  }

  /**
   * The answer of a service to this request; a service that is away, or has too much to do, is a
   * 503 that says so. Making the call ends when the answer's head is here: a visitor who reads its
   * body slowly takes nobody's place.
   */
  Mono<MutableHttpResponse<?>> to(String service, HttpRequest<?> request, Visitor visitor) {
    ProxyHttpClient client = services.get(service);
    if (client == null) {
      throw new IllegalStateException("no service " + service);
    }
    boolean upload = isUpload(request);
    return guards
        .of(service)
        .entered(upload)
        .flatMap(
            pass -> perhapsTwice(client, request, visitor, upload ? UPLOADED_WITHIN : WITHIN, pass))
        .doOnNext(answer -> clean(answer.getHeaders()))
        .onErrorMap(failure -> problem(service, request, failure));
  }

  private static Mono<MutableHttpResponse<?>> perhapsTwice(
      ProxyHttpClient client, HttpRequest<?> request, Visitor visitor, Duration within, Pass pass) {
    long end = System.nanoTime() + within.toNanos();
    return once(client, onward(request, visitor), within)
        .onErrorResume(
            first -> {
              Duration left = Duration.ofNanos(end - System.nanoTime());
              if (!Again.may(request.getMethod(), first, left, within)) {
                return Mono.error(first);
              }
              pass.retried();
              return once(client, again(request, visitor), left);
            })
        .doOnNext(pass::answered)
        .doOnError(
            failure -> {
              if (isOfTheService(failure)) {
                pass.failed(failure);
              } else {
                pass.abandoned();
              }
            })
        .doOnCancel(pass::abandoned);
  }

  private static Mono<MutableHttpResponse<?>> once(
      ProxyHttpClient client, MutableHttpRequest<?> onward, Duration within) {
    return Mono.<MutableHttpResponse<?>>from(client.proxy(onward)).timeout(within);
  }

  /** Whoever breaks off an upload, or sends too much, tells nothing about the service. */
  private static boolean isOfTheService(Throwable failure) {
    return failure instanceof HttpClientException
        || failure instanceof TimeoutException
        || failure instanceof Hanging;
  }

  /** Its sender decides how long it takes. */
  private static boolean isUpload(HttpRequest<?> request) {
    return request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)
        || request.getHeaders().contentLength().orElse(0) > LARGE;
  }

  private static MutableHttpRequest<?> onward(HttpRequest<?> request, Visitor visitor) {
    return introduced(request.mutate().uri(target(request)), visitor);
  }

  /** As {@link #onward}; what was read is made anew, as even a body of nothing is given once. */
  private static MutableHttpRequest<?> again(HttpRequest<?> request, Visitor visitor) {
    if (!Again.reads(request.getMethod())) {
      return onward(request, visitor);
    }
    MutableHttpRequest<?> anew =
        HttpRequest.create(request.getMethod(), target(request).toString());
    request.getHeaders().forEachValue(anew::header);
    request.getAttributes().forEach(anew::setAttribute);
    return introduced(anew, visitor);
  }

  private static URI target(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    return URI.create(request.getUri().getRawPath() + (query == null ? "" : "?" + query));
  }

  private static MutableHttpRequest<?> introduced(MutableHttpRequest<?> onward, Visitor visitor) {
    strip(onward.getHeaders());
    introduce(onward, visitor);
    return onward;
  }

  private Problem problem(String service, HttpRequest<?> request, Throwable failure) {
    if (failure instanceof Unavailable unavailable && unavailable.isBusy()) {
      return Problem.busy();
    }
    tell(service, request, failure);
    return Problem.unavailable("This part is away at the moment. Please try again.");
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
