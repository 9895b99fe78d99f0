package voxpop.gateway.edge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whoever has just written sees it at once: for ten seconds this cookie makes the article's page
 * for its holder alone, at every gateway, for all of them sign with the same key. A forged one is
 * ignored.
 */
@Singleton
public class FreshCookie {
  static final String NAME = "fresh";

  /** Longer than any purge takes. */
  static final Duration LASTS = Duration.ofSeconds(10);

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final GatewayKey key;
  private final Sites sites;
  private final Clock clock;

  FreshCookie(GatewayKey key, Sites sites, Clock clock) {
    this.key = key;
    this.sites = sites;
    this.clock = clock;
  }

  /** For the answer to a write on this article. */
  public Cookie of(UUID article) {
    String claim = article + "." + clock.instant().plus(LASTS).getEpochSecond();
    return Cookies.own(NAME, claim + "." + key.sign(NAME, claim), LASTS, sites.https());
  }

  /** Sets it on an answer that came from a service. */
  public void set(MutableHttpResponse<?> response, UUID article) {
    Cookies.set(response, of(article));
  }

  /** The article that this browser has just written on. */
  public Optional<UUID> article(HttpRequest<?> request) {
    return Cookies.value(request, NAME).flatMap(this::read);
  }

  private Optional<UUID> read(String value) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()
        || !key.signed(NAME, parts.group(1) + "." + parts.group(2), parts.group(3))
        || clock.instant().getEpochSecond() > Long.parseLong(parts.group(2))) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(parts.group(1)));
  }
}
