package voxpop.article.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import voxpop.kit.caller.Role;

/** Signs the short-lived tokens by which every service knows who is calling. */
@Singleton
class Tokens {

  /** A role that was taken away, or a sign-in that was ended, works for this long at most. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** The claim that names the sign-in, so that a token can be renewed as long as that lasts. */
  static final String SIGN_IN = "sid";

  private final SigningKeys keys;
  private final Clock clock;

  Tokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Serdeable
  record Token(String token, Instant expiresAt) {}

  Token issue(Author author, UUID signIn) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var expiresAt = now.plus(LIFE);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("voxpop")
            .subject(author.id().toString())
            .claim("name", author.displayName())
            .claim("roles", author.roleList().stream().map(Role::word).toList())
            .claim("langs", author.languageList())
            .claim(SIGN_IN, signIn.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keys.current().getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(keys.current()));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the signing key was checked at the start", impossible);
    }
    return new Token(token.serialize(), expiresAt);
  }
}
