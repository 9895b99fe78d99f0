package voxpop.translation.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that translates. */
public interface Engine {
  /** Stable, lower case, at most 40 characters; the origin of its texts. */
  String name();

  /** Its name for people. */
  String title();

  /** Whether readers may get its texts. */
  default boolean forReaders() {
    return true;
  }

  /** Whether somebody has set it up. */
  boolean configured();

  /** Where it is reached; null if it is part of this program. */
  default @Nullable String address() {
    return null;
  }

  /** Whether it works, and what it translates. Asks at most every few seconds; never throws. */
  Probe probe();

  /** Whether it translates a pair, as far as is known: as of the last time that it worked. */
  default boolean translates(Pair pair) {
    return probe().pairs().contains(pair);
  }

  /** What it takes at once. */
  Limits limits();

  /** Whether it sees to it itself that a tag stands around the right words ({@link MovedTags}). */
  default boolean mendsTags() {
    return false;
  }

  /** How long one question may take, with all its repetitions: longer than that it never stalls. */
  default Duration patience() {
    return Duration.ZERO;
  }

  /**
   * Translates masked texts ({@code <g1>words</g1>}, {@code <x2/>}, escaped as in XML).
   *
   * @return as many answers, in order; one may be damaged, which the caller must check
   * @throws EngineAway if it gave none; asking again later may help
   */
  List<String> translate(Order order);
}
