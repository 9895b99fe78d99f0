package voxpop.comment.comment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A comment's place in the thread: the identifiers from the root down to itself, one after the
 * other. As the identifiers are ordered by time, the order of the bytes is the order of reading:
 * each comment, then its replies, oldest first.
 */
final class ThreadPath {
  /**
   * Replies below this level stand beside the one they answer: deeper, a phone has no width left
   * for them.
   */
  static final int MAX_DEPTH = 7;

  static final int STEP = 16;
  private static final int MAX_LENGTH = (MAX_DEPTH + 1) * STEP;

  private final byte[] bytes;

  private ThreadPath(byte[] bytes) {
    this.bytes = bytes;
  }

  static ThreadPath root(UUID comment) {
    return new ThreadPath(step(comment));
  }

  static ThreadPath of(byte[] stored) {
    return new ThreadPath(stored);
  }

  /** The place that a list had reached, as {@link #cursor} told it; nothing if it is none. */
  static Optional<ThreadPath> ofCursor(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      boolean fits = bytes.length > 0 && bytes.length <= MAX_LENGTH && bytes.length % STEP == 0;
      return fits ? Optional.of(new ThreadPath(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  ThreadPath reply(UUID comment) {
    int kept = Math.min(bytes.length, MAX_LENGTH - STEP);
    byte[] path = Arrays.copyOf(bytes, kept + STEP);
    System.arraycopy(step(comment), 0, path, kept, STEP);
    return new ThreadPath(path);
  }

  int depth() {
    return bytes.length / STEP - 1;
  }

  UUID root() {
    return ids().getFirst();
  }

  /** Those above it, the root first. */
  List<UUID> ancestors() {
    List<UUID> ids = ids();
    return ids.subList(0, ids.size() - 1);
  }

  String cursor() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  /** The first place after everything below this one. */
  byte[] end() {
    byte[] end = Arrays.copyOf(bytes, MAX_LENGTH + 1);
    Arrays.fill(end, bytes.length, end.length, (byte) 0xff);
    return end;
  }

  private List<UUID> ids() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<UUID> ids = new ArrayList<>();
    while (buffer.hasRemaining()) {
      ids.add(new UUID(buffer.getLong(), buffer.getLong()));
    }
    return ids;
  }

  private static byte[] step(UUID id) {
    return ByteBuffer.allocate(STEP)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
