package voxpop.gateway.edge;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that all gateways of a house share. It signs what comes back to us (the {@code fresh}
 * cookie, forms) and hides what services shouldn't see (reader, network); each purpose has a key
 * derived for it alone.
 *
 * <p>While it is being replaced there are several, separated by commas: the first one signs, what
 * any of them has signed counts, and the last one hides, so that readers go on being who they were
 * until the old one is taken away.
 */
@Context
public class GatewayKey {
  private static final int SHORTEST = 32;

  private final List<byte[]> keys;

  /**
   * @throws ConfigurationException naming the setting, if the key is missing or too short
   */
  GatewayKey(@Value("${voxpop.gateway.key:}") String key) {
    List<String> all = Arrays.asList(key.split(",", -1));
    if (all.stream().anyMatch(one -> one.length() < SHORTEST)) {
      throw new ConfigurationException(
          "VOXPOP_GATEWAY_KEY is missing or shorter than "
              + SHORTEST
              + " characters: set it to the random key that all gateways of this house share.");
    }
    this.keys = all.stream().map(one -> one.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** HMAC-SHA256 of the text under the key of this purpose, in base64url. */
  public String sign(String purpose, String text) {
    return sign(keys.getFirst(), purpose, text);
  }

  /**
   * A name for what services shouldn't see: as {@link #sign}, by the key that has been used
   * longest.
   */
  public String hide(String purpose, String text) {
    return sign(keys.getLast(), purpose, text);
  }

  private static String sign(byte[] key, String purpose, String text) {
    byte[] derived = hmac(key, purpose.getBytes(StandardCharsets.UTF_8));
    byte[] mac = hmac(derived, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  /** Whether the signature is ours; the comparison takes the same time for all. */
  public boolean signed(String purpose, String text, String signature) {
    byte[] shown = signature.getBytes(StandardCharsets.UTF_8);
    boolean ours = false;
    for (byte[] key : keys) {
      ours |=
          MessageDigest.isEqual(sign(key, purpose, text).getBytes(StandardCharsets.UTF_8), shown);
    }
    return ours;
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
