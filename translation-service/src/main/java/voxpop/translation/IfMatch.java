package voxpop.translation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/** What a caller has seen of something that it wants to change (RFC 9110, 13.1.1). */
public final class IfMatch {
  private static final Pattern ETAG = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");

  private IfMatch() {}

  /**
   * The version that a header names.
   *
   * @return null for {@code *}, which takes any
   * @throws Problem 428 without a header or with an empty one, 412 where it can be none of our
   *     versions
   */
  public static @Nullable Integer version(@Nullable String header) {
    if (header == null || header.isBlank()) throw Problem.preconditionRequired();
    if (header.strip().equals("*")) return null;
    Matcher matcher = ETAG.matcher(header);
    if (!matcher.matches()) {
      throw Problem.preconditionFailed("If-Match names no version that there ever was of it.");
    }
    return Integer.valueOf(matcher.group(1));
  }
}
