package voxpop.article.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/**
 * Where a list goes on: behind this edition, or at a desk behind this article. Callers hand it back
 * as they got it.
 */
public record Cursor(Instant publishedAt, UUID article, String language) {

  /** Before all editions there can be. */
  static final Cursor START =
      new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1), "~");

  public String text() {
    var plain = publishedAt + " " + article + " " + language;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /**
   * The cursor in this text; without one, the start.
   *
   * @throws Problem 400 if this is no cursor of ours
   */
  public static Cursor of(@Nullable String after) {
    if (after == null || after.isEmpty()) return START;
    try {
      var parts = new String(Base64.getUrlDecoder().decode(after), UTF_8).split(" ", -1);
      if (parts.length == 3 && isStorable(Instant.parse(parts[0])))
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
    } catch (DateTimeException | IllegalArgumentException broken) {
      // said below
    }
    throw Problem.invalid("after", "is not what next said");
  }

  /** Databases know four digits of a year. */
  private static boolean isStorable(Instant time) {
    return time.isAfter(Instant.EPOCH) && !time.isAfter(START.publishedAt);
  }
}
