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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One service behind the door: its guard, its time budget, and one more try where it is safe. */
final class Downstream {
  private final String name;
  private final Guard guard;
  private final HttpClient http;
  private final JsonMapper json;
  private final Duration budget;

  Downstream(String name, Guards guards, HttpClient http, JsonMapper json, Duration budget) {
    this.name = name;
    this.guard = guards.of(name);
    this.http = http;
    this.json = json;
    this.budget = budget;
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
    HttpResponse<byte[]> response =
        send(HttpMethod.GET, () -> request(HttpMethod.GET, path, visitor, null, null), within);
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
    return send(
        method,
        () -> request(method, path, visitor, null, null).body(body).contentType(contentType),
        budget);
  }

  boolean away() {
    return guard.open();
  }

  private HttpResponse<byte[]> call(
      HttpMethod method,
      String path,
      Visitor visitor,
      @Nullable Object body,
      @Nullable String ifMatch,
      Duration within) {
    return checked(send(method, () -> request(method, path, visitor, body, ifMatch), within));
  }

  /** The budget counts from here: waiting for a place is part of it, as is a second try. */
  private HttpResponse<byte[]> send(
      HttpMethod method, Supplier<MutableHttpRequest<?>> request, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    Pass pass = guard.enter(within);
    try {
      HttpResponse<byte[]> response = perhapsTwice(method, request, end, within, pass);
      pass.answered(response);
      return response;
    } catch (Unavailable e) {
      pass.failed(e);
      throw e;
    }
  }

  private HttpResponse<byte[]> perhapsTwice(
      HttpMethod method,
      Supplier<MutableHttpRequest<?>> request,
      long end,
      Duration within,
      Pass pass) {
    try {
      return once(request.get(), until(end));
    } catch (Unavailable first) {
      Duration left = until(end);
      if (!Again.may(method, first, left, within)) {
        throw first;
      }
      pass.retried();
      return once(request.get(), left);
    }
  }

  private static Duration until(long end) {
    return Duration.ofNanos(end - System.nanoTime());
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
      throw new Unavailable(name, String.valueOf(e.getMessage()), e);
    }
    if (response.code() < 500) {
      return response;
    }
    throw Pass.isBusy(response)
        ? Unavailable.busy(name)
        : new Unavailable(name, "answered " + response.code(), null);
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
