package voxpop.kit.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Checks a token's ES256 signature (RFC 7518) with the key that it names. */
@Singleton
class TokenSignature implements ReactiveSignatureConfiguration<SignedJWT> {
  private final PublicKeys publicKeys;

  TokenSignature(PublicKeys publicKeys) {
    this.publicKeys = publicKeys;
  }

  @Override
  public Publisher<Boolean> verify(SignedJWT token) {
    String kid = token.getHeader().getKeyID();
    if (kid == null || !JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())) {
      return Mono.just(false);
    }
    return publicKeys
        .keys(false)
        .flatMap(keys -> keys.getKeyByKeyId(kid) != null ? Mono.just(keys) : publicKeys.keys(true))
        .map(keys -> isSignedBy(keys, kid, token))
        .onErrorReturn(false);
  }

  private static boolean isSignedBy(JWKSet keys, String kid, SignedJWT token) {
    JWK key = keys.getKeyByKeyId(kid);
    try {
      return key != null && token.verify(new ECDSAVerifier(key.toECKey()));
    } catch (JOSEException e) {
      return false;
    }
  }
}
