package voxpop.article.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A browser's session secret: 256 random bits, of which only the hash is stored. */
final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  static String next() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return text(bytes);
  }

  /** As it is stored. No salt and no slowness: nobody guesses 256 bits. */
  static String hashed(String secret) {
    return text(hash(secret));
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
