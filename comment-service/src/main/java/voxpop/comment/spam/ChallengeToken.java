package voxpop.comment.spam;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a challenge carries through the reader's hands and back: which article it is for, from when
 * until when it holds, and a keyed hash of its answer. The operands aren't in it, and whoever lacks
 * the key can't try the few possible answers against the hash.
 *
 * @param nonce makes each challenge one of its kind; what is redeemed once
 * @param answerHash HMAC of nonce and answer
 */
public record ChallengeToken(
    UUID nonce, UUID article, Instant issuedAt, Instant expiresAt, byte[] answerHash) {
  private static final byte VERSION = 1;
  private static final int ANSWER_HASH_LENGTH = 16;
  private static final int SIGNATURE_LENGTH = 32;
  private static final int SIGNED_LENGTH = 1 + 16 + 16 + 8 + 8 + ANSWER_HASH_LENGTH;

  static ChallengeToken issue(
      ChallengeKeys keys,
      UUID nonce,
      UUID article,
      Instant issuedAt,
      Instant expiresAt,
      long answer) {
    byte[] hash = answerHash(keys.current(), nonce, answer);
    return new ChallengeToken(nonce, article, issuedAt, expiresAt, hash);
  }

  /** The token as text: base64url without padding. */
  String signed(ChallengeKeys keys) {
    byte[] content = content();
    byte[] signature = keys.current().sign(content);
    byte[] whole = Arrays.copyOf(content, content.length + signature.length);
    System.arraycopy(signature, 0, whole, content.length, signature.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * Reads a token that one of the house's instances signed with a key still accepted; else nothing.
   */
  static Optional<ChallengeToken> read(ChallengeKeys keys, String text) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(text.strip());
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (whole.length != SIGNED_LENGTH + SIGNATURE_LENGTH || whole[0] != VERSION) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(whole, SIGNED_LENGTH);
    byte[] signature = Arrays.copyOfRange(whole, SIGNED_LENGTH, whole.length);
    return keys.signed(content, signature)
        ? Optional.of(parse(ByteBuffer.wrap(content)))
        : Optional.empty();
  }

  boolean answeredBy(ChallengeKeys keys, long answer) {
    return keys.all().stream()
        .anyMatch(key -> ChallengeKey.same(answerHash, answerHash(key, nonce, answer)));
  }

  private byte[] content() {
    ByteBuffer content = ByteBuffer.allocate(SIGNED_LENGTH).put(VERSION);
    put(content, nonce);
    put(content, article);
    return content
        .putLong(issuedAt.toEpochMilli())
        .putLong(expiresAt.toEpochMilli())
        .put(answerHash)
        .array();
  }

  private static ChallengeToken parse(ByteBuffer content) throws BufferUnderflowException {
    content.position(1);
    UUID nonce = new UUID(content.getLong(), content.getLong());
    UUID article = new UUID(content.getLong(), content.getLong());
    Instant issuedAt = Instant.ofEpochMilli(content.getLong());
    Instant expiresAt = Instant.ofEpochMilli(content.getLong());
    byte[] answerHash = new byte[ANSWER_HASH_LENGTH];
    content.get(answerHash);
    return new ChallengeToken(nonce, article, issuedAt, expiresAt, answerHash);
  }

  private static byte[] answerHash(ChallengeKey key, UUID nonce, long answer) {
    ByteBuffer asked = ByteBuffer.allocate(24);
    put(asked, nonce);
    return Arrays.copyOf(key.hashAnswer(asked.putLong(answer).array()), ANSWER_HASH_LENGTH);
  }

  private static void put(ByteBuffer buffer, UUID id) {
    buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
