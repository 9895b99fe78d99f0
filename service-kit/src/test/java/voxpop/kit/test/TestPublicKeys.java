package voxpop.kit.test;

import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import reactor.core.publisher.Mono;
import voxpop.kit.caller.PublicKeys;

/** The public half of the tests' key, where article-service isn't there to ask. */
@Singleton
@Requires(property = "voxpop.test.keys", value = "true")
class TestPublicKeys implements PublicKeys {
  @Override
  public Mono<JWKSet> keys(boolean fresh) {
    return Mono.just(new JWKSet(TestTokens.KEY).toPublicJWKSet());
  }
}
