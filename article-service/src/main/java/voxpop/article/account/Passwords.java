package voxpop.article.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/**
 * Argon2id (RFC 9106) with the second set of parameters that its section 4 recommends, for places
 * where memory is not plenty. The hash carries its parameters, so that raising them leaves old
 * hashes valid.
 */
@Singleton
class Passwords {

  private static final int MEMORY_KIB = 64 * 1024;
  private static final int PASSES = 3;
  private static final int LANES = 4;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  /** Each computation holds 64 MiB: more at once would need a heap for nothing but sign-ins. */
  private static final int AT_ONCE = 2;

  /** Whoever floods the sign-in fills no queue without end: the rest is told to come back. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final String PREFIX =
      "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);

  private final SecureRandom random = new SecureRandom();
  private final Semaphore room = new Semaphore(AT_ONCE, true);

  /** Compared with when there is no such account: its answer takes the same time. */
  private final String nobodys =
      PREFIX
          + ENCODER.encodeToString(bytes(SALT_BYTES))
          + "$"
          + ENCODER.encodeToString(bytes(TAG_BYTES));

  String hash(String password) {
    var salt = bytes(SALT_BYTES);
    var tag = compute(password, salt, MEMORY_KIB, PASSES, LANES, TAG_BYTES);
    return PREFIX + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(tag);
  }

  /**
   * Whether the password is the one; {@code hash} is null where there is no account, which takes as
   * long.
   */
  boolean matches(String password, @Nullable String hash) {
    var parts = (hash == null ? nobodys : hash).split("\\$", -1);
    var costs = parts[3].split("[=,]", -1);
    var tag = Base64.getDecoder().decode(parts[5]);
    var memory = Integer.parseInt(costs[1]);
    var passes = Integer.parseInt(costs[3]);
    var lanes = Integer.parseInt(costs[5]);
    var computed =
        compute(password, Base64.getDecoder().decode(parts[4]), memory, passes, lanes, tag.length);
    return MessageDigest.isEqual(tag, computed) && hash != null;
  }

  /** Whether it was made with other parameters than today's. */
  boolean isOutdated(String hash) {
    return !hash.startsWith(PREFIX);
  }

  private byte[] compute(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    var parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build();
    var generator = new Argon2BytesGenerator();
    var tag = new byte[length];
    enter();
    try {
      generator.init(parameters);
      // keyboards write é as one character or two: both are the same password (RFC 8265)
      generator.generateBytes(
          Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8), tag);
    } finally {
      room.release();
    }
    return tag;
  }

  private void enter() {
    try {
      if (room.tryAcquire(PATIENCE.toMillis(), MILLISECONDS)) return;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Problem.unavailable("Too many people are signing in at this moment. Try again.");
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
