package voxpop.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import voxpop.kit.caller.Role;

/** Tokens as article-service makes them, signed by a key of this JVM's tests. */
public final class TestTokens {
  static final ECKey KEY = key();

  private TestTokens() {}

  /** A token of a new person with these roles. */
  public static String of(Role... roles) {
    return of(UUID.randomUUID(), List.of(), roles);
  }

  /** A token of a person; {@code languages} are a translator's. */
  public static String of(UUID author, List<String> languages, Role... roles) {
    return of(author, "Test Person", languages, Duration.ofMinutes(5), roles);
  }

  /** A token with every detail; a negative life is an expired one. */
  public static String of(
      UUID author, String name, List<String> languages, Duration life, Role... roles) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("voxpop")
            .subject(author.toString())
            .claim("name", name)
            .claim("roles", Arrays.stream(roles).map(Role::word).toList())
            .claim("langs", languages)
            .expirationTime(Date.from(Instant.now().plus(life)))
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(), claims);
    try {
      token.sign(new ECDSASigner(KEY));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
