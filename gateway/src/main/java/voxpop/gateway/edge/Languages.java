package voxpop.gateway.edge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Site;

/**
 * Which of the site's languages somebody is spoken to: the cookie's, else the browser's, else the
 * site's.
 */
@Singleton
public class Languages {
  static final String COOKIE = "language";

  private static final Duration KEPT = Duration.ofDays(365);
  private static final int LONGEST_HEADER = 500;

  private final Sites sites;

  Languages(Sites sites) {
    this.sites = sites;
  }

  public String of(HttpRequest<?> request, Site site) {
    return Cookies.value(request, COOKIE)
        .filter(site.languages()::contains)
        .or(() -> accepted(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE), site.languages()))
        .orElse(site.language());
  }

  /** Remembers a choice that somebody made. */
  public Cookie remember(String language) {
    return Cookies.own(COOKIE, language, KEPT, sites.https());
  }

  /** The best match by RFC 4647 lookup. */
  static Optional<String> accepted(@Nullable String header, List<String> languages) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), languages));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
