package voxpop.translation.engine;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The line to an engine's server: a question, its JSON answer, within a time. Asked again after a
 * pause that doubles where it says "later" (429) or fails (5xx), as long as it wants to be waited
 * for (Retry-After, RFC 9110), but not when it may have done its work already.
 */
final class Line {
  private static final int TRIES = 3;

  /** No translation of what is sent at once is that long. */
  private static final long LARGEST = 8_000_000;

  /** An engine that wants more patience than that is asked again by the queue. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** DeepL's own status for a quota that is used up. */
  private static final int QUOTA = 456;

  private static final Duration QUOTA_REST = Duration.ofHours(1);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String title;
  private final Duration timeout;
  private final Duration pause;
  private final ObjectMapper json;

  Line(String title, Duration timeout, Duration pause, ObjectMapper json) {
    this.title = title;
    this.timeout = timeout;
    this.pause = pause;
    this.json = json;
  }

  /** How long a question takes at the longest. */
  Duration patience() {
    return timeout.plus(LONGEST_WAIT);
  }

  static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json");
  }

  HttpRequest.BodyPublisher body(Object body) {
    try {
      return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Asks, and asks again.
   *
   * @return the answer's JSON: a map, a list, a text, a number
   * @throws EngineAway if there is none
   */
  Object ask(HttpRequest.Builder request) {
    HttpRequest question = request.build();
    long until = System.nanoTime() + patience().toNanos();
    for (int attempt = 1; ; attempt++) {
      Duration left = Duration.ofNanos(Math.max(1_000_000, until - System.nanoTime()));
      Duration wait;
      try {
        HttpResponse<byte[]> answer = send(question, left.compareTo(timeout) < 0 ? left : timeout);
        int status = answer.statusCode();
        if (status == 200 || status == 201 || status == 204) return json(answer.body());
        wait = later(answer).orElse(pauseAfter(attempt));
        boolean again = status == 429 || status >= 500;
        if (!again || attempt == TRIES || wait.compareTo(left) > 0) throw refused(answer);
      } catch (ConnectException e) {
        wait = pauseAfter(attempt);
        if (attempt == TRIES) throw away(e);
      }
      sleep(wait);
    }
  }

  /** Asks once and shortly: for a probe. */
  Object askOnce(HttpRequest.Builder request) {
    try {
      Duration shortly = Duration.ofSeconds(3);
      HttpResponse<byte[]> answer =
          send(request.build(), timeout.compareTo(shortly) < 0 ? timeout : shortly);
      if (answer.statusCode() != 200) throw refused(answer);
      return json(answer.body());
    } catch (ConnectException e) {
      throw away(e);
    }
  }

  /** The client's own time-out ends with the first line of the answer; this one with the last. */
  private HttpResponse<byte[]> send(HttpRequest question, Duration within) throws ConnectException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            question,
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new EngineAway(title + " gave no whole answer within " + within.toMillis() + " ms.", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new EngineAway("Interrupted while " + title + " was asked.", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ConnectException unreached) throw unreached;
      boolean unsent = cause instanceof HttpTimeoutException;
      if (unsent) throw away(cause);
      throw new EngineAway(title + "'s answer broke off: " + cause, cause);
    }
  }

  private Object json(byte[] body) {
    if (body.length == 0) return Map.of();
    try {
      Object value = json.readValue(body, Argument.of(Object.class));
      if (value != null) return value;
    } catch (IOException | RuntimeException e) {
      throw new EngineAway(title + "'s answer is no JSON.", e);
    }
    throw new EngineAway(title + "'s answer is empty.");
  }

  private EngineAway refused(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 401 || status == 403) {
      return EngineAway.uncharged(title + " doesn't accept the key (" + status + ").", null);
    }
    if (status == QUOTA) {
      return EngineAway.uncharged(title + " says that its quota is used up.", QUOTA_REST);
    }
    if (status == 429 || status == 503) {
      return EngineAway.uncharged(
          title + " wants to be asked later (" + status + ").", later(answer).orElse(null));
    }
    String said = new String(answer.body(), StandardCharsets.UTF_8).strip();
    String message =
        title + " answered " + status + ": " + said.substring(0, Math.min(200, said.length()));
    return status >= 500 ? EngineAway.uncharged(message, null) : EngineAway.refusing(message);
  }

  private EngineAway away(@Nullable Throwable cause) {
    return EngineAway.uncharged(
        title + " doesn't answer: " + (cause == null ? "" : cause.getClass().getSimpleName()),
        null);
  }

  private static Optional<Duration> later(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .map(
            value -> {
              try {
                if (value.matches("\\d{1,7}")) return Duration.ofSeconds(Long.parseLong(value));
                Instant at =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                Duration until = Duration.between(Instant.now(), at);
                return until.isNegative() ? Duration.ZERO : until;
              } catch (DateTimeParseException e) {
                return Duration.ZERO;
              }
            });
  }

  /** Not at the same moment as everybody else whom it sent away. */
  private Duration pauseAfter(int attempt) {
    long millis = pause.toMillis() << (attempt - 1);
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
  }

  private void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineAway.uncharged("Interrupted while " + title + " was waited for.", null);
    }
  }
}
