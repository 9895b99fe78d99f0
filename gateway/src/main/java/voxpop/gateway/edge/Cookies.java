package voxpop.gateway.edge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.cookie.ServerCookieEncoder;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of this house are all of one kind: for the whole site, out of scripts' reach, not for
 * other sites.
 */
final class Cookies {
  private Cookies() {}

  static Optional<String> value(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(name).map(Cookie::getValue).filter(v -> !v.isEmpty());
  }

  /** Adds a cookie, also to an answer that came from a service. */
  static void set(MutableHttpResponse<?> response, Cookie cookie) {
    for (String line : ServerCookieEncoder.INSTANCE.encode(cookie)) {
      response.getHeaders().add(HttpHeaders.SET_COOKIE, line);
    }
  }

  static Cookie own(String name, String value, Duration kept, boolean secure) {
    return Cookie.of(name, value)
        .path("/")
        .httpOnly(true)
        .sameSite(SameSite.Lax)
        .secure(secure)
        .maxAge(kept.toSeconds());
  }
}
