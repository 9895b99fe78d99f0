package voxpop.gateway.edge;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that all gateways of a house share. It signs what comes back to us (the {@code fresh}
 * cookie, forms) and hides what services shouldn't see (reader, network); each purpose has a key
 * derived for it alone.
 */
@Context
public class GatewayKey {
  private static final int SHORTEST = 32;

  private final byte[] key;

  /**
   * @throws ConfigurationException naming the setting, if the key is missing or too short
   */
  GatewayKey(@Value("${voxpop.gateway.key:}") String key) {
    if (key.length() < SHORTEST) {
      throw new ConfigurationException(
          "VOXPOP_GATEWAY_KEY is missing or shorter than "
              + SHORTEST
              + " characters: set it to the random key that all gateways of this house share.");
    }
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  /** HMAC-SHA256 of the text under the key of this purpose, in base64url. */
  public String sign(String purpose, String text) {
    byte[] derived = hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    byte[] mac = hmac(derived, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  /** Whether the signature is ours; the comparison takes the same time for all. */
  public boolean signed(String purpose, String text, String signature) {
    return MessageDigest.isEqual(
        sign(purpose, text).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
