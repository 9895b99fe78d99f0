package voxpop.article.account;

import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import reactor.core.publisher.Mono;
import voxpop.kit.caller.PublicKeys;

/** The other services fetch these keys; here they are at hand. */
@Singleton
@Primary
class OwnPublicKeys implements PublicKeys {

  private final SigningKeys keys;

  OwnPublicKeys(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public Mono<JWKSet> keys(boolean fresh) {
    return Mono.just(keys.published());
  }
}
