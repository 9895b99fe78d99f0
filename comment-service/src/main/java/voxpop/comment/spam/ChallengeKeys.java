package voxpop.comment.spam;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import java.util.regex.Pattern;

/** The keys that challenges are signed with: the first one signs, all are accepted. */
@Context
class ChallengeKeys {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final List<ChallengeKey> keys;

  /**
   * @throws ConfigurationException if there is no key or one that is too short; the message names
   *     the setting
   */
  ChallengeKeys(ChallengeSettings settings) {
    String configured = settings.key();
    if (configured == null || configured.isBlank()) {
      throw new ConfigurationException(
          "VOXPOP_CHALLENGE_KEY is missing: set it to base64url of 32 random bytes, the same for"
              + " every comment-service.");
    }
    try {
      keys = COMMA.splitAsStream(configured.strip()).map(ChallengeKey::new).toList();
    } catch (IllegalArgumentException unusable) {
      throw new ConfigurationException(
          "VOXPOP_CHALLENGE_KEY must be base64url of 32 random bytes, or two of these separated by"
              + " a comma.",
          unusable);
    }
  }

  ChallengeKey current() {
    return keys.getFirst();
  }

  List<ChallengeKey> all() {
    return keys;
  }

  boolean signed(byte[] content, byte[] signature) {
    return keys.stream().anyMatch(key -> ChallengeKey.same(key.sign(content), signature));
  }
}
