package voxpop.kit.caller;

import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Fetches the keys from article-service, keeps them, and outlives its absence with those it has.
 */
@Singleton
@Secondary
class FetchedPublicKeys implements PublicKeys {
  private static final String ADDRESS = "/.well-known/jwks.json";

  /**
   * A replaced key is still published for longer than this, so nobody is locked out by an old copy.
   */
  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Tokens with invented key names must not become a flood of requests. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final HttpClient articles;
  private volatile @Nullable JWKSet known;
  private volatile Instant fetched = Instant.EPOCH;

  FetchedPublicKeys(@Client("article-service") HttpClient articles) {
    this.articles = articles;
  }

  @Override
  public Mono<JWKSet> keys(boolean fresh) {
    JWKSet keys = known;
    Instant now = Instant.now();
    if (keys != null && fetched.plus(fresh ? PAUSE : KEPT).isAfter(now)) {
      return Mono.just(keys);
    }
    return Mono.from(articles.retrieve(ADDRESS))
        .map(FetchedPublicKeys::parse)
        .doOnNext(
            set -> {
              known = set;
              fetched = now;
            })
        .onErrorResume(e -> keys == null ? Mono.error(e) : Mono.just(keys));
  }

  private static JWKSet parse(String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("article-service answered something else than a JWK set", e);
    }
  }
}
