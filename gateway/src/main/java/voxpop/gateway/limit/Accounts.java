package voxpop.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import reactor.core.publisher.Mono;

/**
 * Whose token a program shows. It is checked here as well, for counting only: who invents tokens
 * must not get a bucket for each. What the token allows is decided by the services.
 */
@Singleton
class Accounts {
  /** As long as tokens last. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 20_000;

  /**
   * The keys are article-service's; while it is away nobody shall wait for the sake of counting.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ReactiveSignatureConfiguration<SignedJWT> signatures;
  private final Clock clock;
  private volatile long notBefore = Long.MIN_VALUE;
  private final Cache<String, String> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  Accounts(ReactiveSignatureConfiguration<SignedJWT> signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  /** The account's id; empty for a token that isn't good (any more). */
  Mono<String> of(String token) {
    String account = known.getIfPresent(token);
    if (account != null) {
      return Mono.just(account);
    }
    try {
      JWT parsed = JWTParser.parse(token);
      String subject = parsed.getJWTClaimsSet().getSubject();
      Date end = parsed.getJWTClaimsSet().getExpirationTime();
      if (!(parsed instanceof SignedJWT signed)
          || subject == null
          || end == null
          || end.toInstant().isBefore(clock.instant())) {
        return Mono.empty();
      }
      if (clock.millis() < notBefore) {
        return Mono.empty();
      }
      return Mono.from(signatures.verify(signed))
          .timeout(PATIENCE)
          .doOnError(late -> notBefore = clock.millis() + PAUSE.toMillis())
          .filter(Boolean::booleanValue)
          .map(yes -> subject)
          .doOnNext(whose -> known.put(token, whose))
          .onErrorComplete();
    } catch (ParseException e) {
      return Mono.empty();
    }
  }
}
