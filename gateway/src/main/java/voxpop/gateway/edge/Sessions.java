package voxpop.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Session;
import voxpop.gateway.client.SignIn;
import voxpop.gateway.client.Trade;
import voxpop.gateway.client.Visitor;

/**
 * The browser's cookie is an opaque secret that article-service knows by its hash. Here it is
 * traded for a token of five minutes, which stays in memory; so a session that was ended elsewhere
 * ends here within those.
 */
@Singleton
public class Sessions {
  static final String COOKIE = "session";

  // A token that would run out on its way isn't used.
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int LONGEST_SECRET = 200;

  private final ArticleService articles;
  private final Sites sites;
  private final Clock clock;
  private final Cache<String, Trade> trades;

  Sessions(ArticleService articles, Sites sites, Clock clock) {
    this.articles = articles;
    this.sites = sites;
    this.clock = clock;
    this.trades =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfter(
                Expiry.creating(
                    (String secret, Trade trade) ->
                        Duration.between(clock.instant(), trade.expiresAt()).minus(MARGIN)))
            .build();
  }

  /**
   * The cookie of a new session.
   *
   * @throws voxpop.gateway.client.Refused 401 for a wrong password, 429 after too many
   */
  public Cookie signIn(Visitor visitor, String email, String password) {
    Session session = articles.signIn(visitor, new SignIn(email, password, null));
    Instant end = session.expiresAt();
    Duration kept = end == null ? LONGEST : Duration.between(clock.instant(), end);
    return Cookies.own(COOKIE, session.secret(), kept, sites.https());
  }

  /** Ends the session of this browser, here and in article-service. */
  public void signOut(HttpRequest<?> request) {
    secret(request)
        .ifPresent(
            secret -> {
              trades.invalidate(secret);
              articles.signOut(secret);
            });
  }

  /** Asks anew who this is when it is needed next: something of it was changed. */
  public void renew(HttpRequest<?> request) {
    secret(request).ifPresent(trades::invalidate);
  }

  /** Takes the cookie out of the browser. */
  public Cookie goneCookie() {
    return Cookies.own(COOKIE, "", Duration.ZERO, sites.https());
  }

  /** The token of this browser's session; empty when there is none or it is over. */
  Optional<Trade> of(HttpRequest<?> request) {
    return secret(request)
        .flatMap(
            secret -> {
              Trade trade = trades.getIfPresent(secret);
              if (trade != null) {
                return Optional.of(trade);
              }
              Optional<Trade> fresh = articles.trade(secret);
              fresh.ifPresent(t -> trades.put(secret, t));
              return fresh;
            });
  }

  static Optional<String> secret(HttpRequest<?> request) {
    return Cookies.value(request, COOKIE).filter(secret -> secret.length() <= LONGEST_SECRET);
  }
}
