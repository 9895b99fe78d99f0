package voxpop.translation.engine;

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

  default boolean translates(Pair pair) {
    Probe probe = probe();
    return probe.working() && probe.pairs().contains(pair);
  }

  /** How many texts it takes at once, and answers well within the lease of the queue. */
  int batch();

  /**
   * Translates masked texts ({@code <g1>words</g1>}, {@code <x2/>}, escaped as in XML).
   *
   * @return as many answers, in order; one may be damaged, which the caller must check
   * @throws EngineAway if it gave none; asking again later may help
   */
  List<String> translate(Pair pair, List<String> texts);
}
