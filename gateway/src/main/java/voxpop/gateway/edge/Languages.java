package voxpop.gateway.edge;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
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

  /**
   * The best match of a list of wishes (RFC 9110, 12.5.4) by CLDR's language matching: {@code pt}
   * for who reads {@code pt-BR}, {@code pt-BR} for who reads {@code pt}, {@code de} for who reads
   * {@code gsw}, never another script.
   */
  static Optional<String> accepted(@Nullable String header, List<String> languages) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
              matcher(languages).getBestMatch(LocalePriorityList.add(header).build()))
          .map(ULocale::toLanguageTag);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static LocaleMatcher matcher(List<String> languages) {
    return LocaleMatcher.builder()
        .setSupportedULocales(languages.stream().map(ULocale::forLanguageTag).toList())
        .setNoDefaultLocale()
        .build();
  }
}
