package voxpop.comment.spam;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret, from which a key for signing and another for answers are drawn, so that neither says
 * anything of the other.
 */
final class ChallengeKey {
  private static final String ALGORITHM = "HmacSHA256";

  /** Shorter secrets could be guessed. */
  private static final int MINIMUM_BYTES = 32;

  private final SecretKeySpec signing;
  private final SecretKeySpec answers;

  /**
   * @param secret base64url of at least 32 random bytes
   */
  ChallengeKey(String secret) {
    byte[] bytes = Base64.getUrlDecoder().decode(secret);
    if (bytes.length < MINIMUM_BYTES) {
      throw new IllegalArgumentException("A key for challenges needs 32 random bytes");
    }
    SecretKeySpec root = new SecretKeySpec(bytes, ALGORITHM);
    signing = derive(root, "challenge signature");
    answers = derive(root, "challenge answer");
  }

  byte[] sign(byte[] content) {
    return hmac(signing, content);
  }

  byte[] hashAnswer(byte[] asked) {
    return hmac(answers, asked);
  }

  /** Compares in a time that doesn't tell how much was right. */
  static boolean same(byte[] left, byte[] right) {
    return MessageDigest.isEqual(left, right);
  }

  private static SecretKeySpec derive(SecretKeySpec root, String purpose) {
    return new SecretKeySpec(hmac(root, purpose.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every JDK has HmacSHA256", missing);
    }
  }
}
