package voxpop.kit.outbound;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Calls addresses that somebody typed: previews, mentions, webhooks, attachments. Only http and
 * https, only public addresses, found out once and held to for the connection, and again at each
 * redirect; at most 2 MB and 10 seconds in all. Not for addresses that an operator has set, such as
 * a translation engine on his own network: he is trusted, and needs no guard.
 *
 * <p>{@code voxpop.outbound.allowed} opens blocks of addresses that aren't public.
 */
@Singleton
public class GuardedHttp {
  /** As many as anybody needs to come from a short link to the page. */
  private static final int MOST_REDIRECTS = 3;

  /** All together, redirects and names included. */
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int LONGEST_ADDRESS = 2_000;

  private final HttpClient http;

  GuardedHttp(@Client("guarded") HttpClient http) {
    this.http = http;
  }

  /**
   * What is there, after redirects, whatever its status. Blocks: not for the event loop.
   *
   * @param accept media types, as in the header
   * @throws NotPublic if it, or where it leads, must not be reached
   * @throws HttpClientException if nobody answers in time, or too much
   */
  public HttpResponse<byte[]> get(URI address, String accept) {
    long end = System.nanoTime() + WITHIN.toNanos();
    URI at = address;
    for (int redirects = 0; ; redirects++) {
      HttpResponse<byte[]> answer =
          call(HttpRequest.GET(checked(at)).header("Accept", accept), end);
      String location = answer.header(HttpHeaders.LOCATION);
      if (location == null || !REDIRECTS.contains(answer.code())) {
        return answer;
      }
      if (redirects == MOST_REDIRECTS) {
        throw new NotPublic("The address leads in circles.");
      }
      at = next(at, location);
    }
  }

  /**
   * Hands something over; a redirect is the answer, and isn't followed. Blocks.
   *
   * @throws NotPublic if it must not be reached
   * @throws HttpClientException if nobody answers in time
   */
  public HttpResponse<byte[]> post(URI address, String contentType, byte[] body) {
    return call(
        HttpRequest.POST(checked(address), body).contentType(contentType),
        System.nanoTime() + WITHIN.toNanos());
  }

  private HttpResponse<byte[]> call(MutableHttpRequest<?> request, long end) {
    Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    try {
      HttpResponse<byte[]> answer =
          Mono.from(http.exchange(request, Argument.of(byte[].class), Argument.of(byte[].class)))
              .timeout(left, Mono.error(() -> new HttpClientException("no answer in time")))
              .block();
      if (answer == null) {
        throw new HttpClientException("no answer");
      }
      return answer;
    } catch (HttpClientResponseException e) {
      return bytes(e.getResponse());
    } catch (HttpClientException e) {
      NotPublic why = notPublic(e);
      throw why == null ? e : why;
    }
  }

  private static @Nullable NotPublic notPublic(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof NotPublic why) {
        return why;
      }
    }
    return null;
  }

  private static URI checked(URI address) {
    String scheme = address.getScheme();
    if (scheme == null
        || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || address.toString().length() > LONGEST_ADDRESS) {
      throw new NotPublic("Only addresses with http or https and a name are called.");
    }
    return address;
  }

  private static URI next(URI at, String location) {
    try {
      return at.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new NotPublic("The address leads to something that is no address.");
    }
  }

  @SuppressWarnings("unchecked") // the error type asked for above
  private static HttpResponse<byte[]> bytes(HttpResponse<?> response) {
    return (HttpResponse<byte[]>) response;
  }
}
