package voxpop.article;

import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/** The number of a revision as an entity tag and back (RFC 9110). */
public final class Revisions {

  /** What nothing has as its number, so that a tag of another making never matches. */
  private static final long NONE = -1;

  private Revisions() {}

  public static String etag(long revision) {
    return "\"" + revision + "\"";
  }

  /**
   * The number in an {@code If-Match}; null where there is none or it is {@code *}, which any
   * revision satisfies.
   */
  public static @Nullable Long expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) return null;
    var tag = ifMatch.strip();
    return tag.matches("\"[0-9]{1,18}\"")
        ? Long.parseLong(tag.substring(1, tag.length() - 1))
        : NONE;
  }

  /**
   * The same where one has to say it.
   *
   * @throws Problem 428 without {@code If-Match}
   */
  public static @Nullable Long required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) throw Problem.preconditionRequired();
    return expected(ifMatch);
  }
}
