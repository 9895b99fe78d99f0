package voxpop.kit.caller;

import com.nimbusds.jose.jwk.JWKSet;
import reactor.core.publisher.Mono;

/** The public keys of article-service, by which tokens are checked. */
public interface PublicKeys {
  /**
   * The keys as known here.
   *
   * @param fresh ask again, because a token named a key that isn't among them
   */
  Mono<JWKSet> keys(boolean fresh);
}
