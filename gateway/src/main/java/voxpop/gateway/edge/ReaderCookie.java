package voxpop.gateway.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reader is a random number of 128 bits that only the door sees. It is made for a first write, is
 * valid for that write already, and goes to the browser with the answer.
 */
@Singleton
class ReaderCookie {
  static final String NAME = "reader";

  private static final String MADE = "voxpop.reader.made";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final Duration KEPT = Duration.ofDays(365);

  private final SecureRandom random = new SecureRandom();
  private final GatewayKey key;
  private final Sites sites;

  ReaderCookie(GatewayKey key, Sites sites) {
    this.key = key;
    this.sites = sites;
  }

  /** What the services know this reader by, if there was a write before. */
  Optional<String> of(HttpRequest<?> request) {
    return request
        .getAttribute(MADE, String.class)
        .or(() -> Cookies.value(request, NAME).filter(value -> FORM.matcher(value).matches()))
        .map(value -> key.hide("reader", value));
  }

  /** As {@link #of}, and makes one for who writes for the first time. */
  String forWrite(HttpRequest<?> request) {
    return of(request)
        .orElseGet(
            () -> {
              byte[] bits = new byte[16];
              random.nextBytes(bits);
              request.setAttribute(
                  MADE, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
              return of(request).orElseThrow();
            });
  }

  /** The cookie to set, when this request made a reader. */
  Optional<Cookie> made(HttpRequest<?> request) {
    // Asked on the event loop: without the site's address there is no telling whether it must be
    // Secure.
    if (sites.known().isEmpty()) {
      return Optional.empty();
    }
    return request
        .getAttribute(MADE, String.class)
        .map(value -> Cookies.own(NAME, value, KEPT, sites.https()));
  }
}
