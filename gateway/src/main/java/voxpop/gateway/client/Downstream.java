package voxpop.gateway.client;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One service behind the door: its time budget, its bulkhead, its breaker, and one more try for a
 * {@code GET}. Nothing that may have been done is ever sent twice.
 */
final class Downstream {

  // A slow service may hold this many of the door's calls, and no more.
  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final String name;
  private final HttpClient http;
  private final JsonMapper json;
  private final Duration budget;
  private final Breaker breaker;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Downstream(String name, HttpClient http, JsonMapper json, Duration budget, Clock clock) {
    this.name = name;
    this.http = http;
    this.json = json;
    this.budget = budget;
    this.breaker = new Breaker(clock);
  }

  /** What is there; empty for 404. */
  <T> Optional<T> get(String path, Visitor visitor, Class<T> type) {
    return find(path, visitor, type).map(Tagged::value);
  }

  /** What is there with its ETag; empty for 404. */
  <T> Optional<Tagged<T>> find(String path, Visitor visitor, Class<T> type) {
    try {
      return Optional.of(answer(call(HttpMethod.GET, path, visitor, null, null, budget), type));
    } catch (Refused refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** As {@link #get}, with a time budget of this call's own. */
  <T> Optional<T> get(String path, Visitor visitor, Class<T> type, Duration within) {
    HttpResponse<byte[]> response = send(HttpMethod.GET, path, visitor, null, null, within);
    return response.code() == 404
        ? Optional.empty()
        : Optional.of(answer(checked(response), type).value());
  }

  <T> Tagged<T> send(
      HttpMethod method,
      String path,
      Visitor visitor,
      @Nullable Object body,
      @Nullable String ifMatch,
      Class<T> type) {
    return answer(call(method, path, visitor, body, ifMatch, budget), type);
  }

  /** For answers without a body. */
  void send(HttpMethod method, String path, Visitor visitor, @Nullable Object body) {
    call(method, path, visitor, body, null, budget);
  }

  /** Hands a body on as it came, and the answer back as it is, whatever its status below 500. */
  HttpResponse<byte[]> relay(
      HttpMethod method, String path, Visitor visitor, byte[] body, String contentType) {
    enter();
    try {
      var request = request(method, path, visitor, null, null);
      return once(request.body(body).contentType(contentType), budget);
    } finally {
      places.release();
    }
  }

  boolean away() {
    return breaker.open();
  }

  private HttpResponse<byte[]> call(
      HttpMethod method,
      String path,
      Visitor visitor,
      @Nullable Object body,
      @Nullable String ifMatch,
      Duration within) {
    return checked(send(method, path, visitor, body, ifMatch, within));
  }

  private HttpResponse<byte[]> send(
      HttpMethod method,
      String path,
      Visitor visitor,
      @Nullable Object body,
      @Nullable String ifMatch,
      Duration within) {
    enter();
    try {
      long end = System.nanoTime() + within.toNanos();
      try {
        return once(request(method, path, visitor, body, ifMatch), within);
      } catch (Unavailable first) {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        // Half the budget must be left: a service that is merely slow isn't asked to be slow twice.
        if (method != HttpMethod.GET || left.compareTo(within.dividedBy(2)) < 0) {
          throw first;
        }
        return once(request(method, path, visitor, body, ifMatch), left);
      }
    } finally {
      places.release();
    }
  }

  private void enter() {
    if (!breaker.allows()) {
      throw new Unavailable(name, "not asked: it failed a moment ago", null);
    }
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Unavailable(name, "too many calls are waiting for it", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(name, "interrupted", e);
    }
  }

  private MutableHttpRequest<Object> request(
      HttpMethod method,
      String path,
      Visitor visitor,
      @Nullable Object body,
      @Nullable String ifMatch) {
    MutableHttpRequest<Object> request = HttpRequest.create(method, path);
    request.accept(MediaType.APPLICATION_JSON_TYPE);
    header(request, "Voxpop-Reader", visitor.reader());
    header(request, "Voxpop-Network", visitor.network());
    header(request, HttpHeaders.ACCEPT_LANGUAGE, visitor.languages());
    header(request, HttpHeaders.IF_MATCH, ifMatch);
    if (visitor.token() != null) {
      request.bearerAuth(visitor.token());
    }
    return body == null ? request : request.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static void header(MutableHttpRequest<?> request, String name, @Nullable String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  private HttpResponse<byte[]> once(MutableHttpRequest<?> request, Duration within) {
    HttpResponse<byte[]> response;
    try {
      response = exchange(request, within);
    } catch (HttpClientResponseException e) {
      response = bytes(e.getResponse());
    } catch (RuntimeException e) {
      breaker.failed();
      throw new Unavailable(name, String.valueOf(e.getMessage()), e);
    }
    if (response.code() >= 500) {
      breaker.failed();
      throw new Unavailable(name, "answered " + response.code(), null);
    }
    breaker.succeeded();
    return response;
  }

  private HttpResponse<byte[]> exchange(MutableHttpRequest<?> request, Duration within) {
    HttpResponse<byte[]> response =
        Mono.from(http.exchange(request, Argument.of(byte[].class), Argument.of(byte[].class)))
            .timeout(within)
            .block();
    if (response == null) {
      throw new IllegalStateException("no answer");
    }
    return response;
  }

  @SuppressWarnings("unchecked") // the error type asked for above
  private static HttpResponse<byte[]> bytes(HttpResponse<?> response) {
    return (HttpResponse<byte[]>) response;
  }

  private HttpResponse<byte[]> checked(HttpResponse<byte[]> response) {
    if (response.code() < 300) {
      return response;
    }
    throw new Refused(response.code(), problem(response), response.header(HttpHeaders.RETRY_AFTER));
  }

  private Problem problem(HttpResponse<byte[]> response) {
    Problem told = null;
    try {
      told = json.readValue(bodyOf(response), Problem.class);
    } catch (IOException | RuntimeException e) {
      // The status alone has to do.
    }
    return told != null
        ? told
        : new Problem(null, response.reason(), response.code(), null, List.of());
  }

  private <T> Tagged<T> answer(HttpResponse<byte[]> response, Class<T> type) {
    try {
      T value = json.readValue(bodyOf(response), type);
      if (value != null) {
        return new Tagged<>(value, response.header(HttpHeaders.ETAG));
      }
    } catch (IOException e) {
      throw new Unavailable(name, "an answer that can't be read", e);
    }
    throw new Unavailable(name, "an empty answer", null);
  }

  private static byte[] bodyOf(HttpResponse<byte[]> response) {
    return response.getBody(byte[].class).orElseGet(() -> new byte[0]);
  }
}
