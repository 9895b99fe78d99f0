package voxpop.article.account;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.text.ParseException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs tokens, and the one before it, whose tokens are still good after a change of
 * keys.
 */
@Context
class SigningKeys {

  private final ECKey current;
  private final JWKSet published;

  SigningKeys(
      @Value("${voxpop.signing-key:}") String key,
      @Value("${voxpop.signing-key-previous:}") String previous) {
    this.current = parse("VOXPOP_SIGNING_KEY", key);
    var keys = new ArrayList<com.nimbusds.jose.jwk.JWK>();
    keys.add(current.toPublicJWK());
    if (!previous.isBlank()) keys.add(parse("VOXPOP_SIGNING_KEY_PREVIOUS", previous).toPublicJWK());
    this.published = new JWKSet(keys);
  }

  ECKey current() {
    return current;
  }

  JWKSet published() {
    return published;
  }

  private static ECKey parse(String name, @Nullable String json) {
    try {
      var key = json == null || json.isBlank() ? null : ECKey.parse(json);
      if (key != null
          && key.isPrivate()
          && Curve.P_256.equals(key.getCurve())
          && key.getKeyID() != null) return key;
    } catch (ParseException | IllegalArgumentException unreadable) {
      // said below; the parser's own message could show a part of the key
    }
    throw new ConfigurationException(
        name
            + " is missing or no private P-256 key: set it to a JWK (RFC 7517) with kty EC, crv"
            + " P-256, d and kid.");
  }
}
