package voxpop.translation.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.translation.segment.Codes;

/**
 * A sentence as a file brings it.
 *
 * @param state what XLIFF calls it: initial, translated, reviewed or final
 * @param version that the file was written from; null if the program that had it dropped that
 */
record XliffUnit(
    UUID article,
    UUID segment,
    @Nullable String state,
    @Nullable Integer version,
    List<Codes.Part> source,
    @Nullable List<Codes.Part> target) {
  boolean approved() {
    return "reviewed".equals(state) || "final".equals(state);
  }

  /** A program that keeps no states sends none: then whatever has a text counts as translated. */
  boolean translated() {
    return target != null && !"initial".equals(state);
  }

  String words() {
    StringBuilder words = new StringBuilder();
    for (Codes.Part part : source) if (part instanceof Codes.Words w) words.append(w.text());
    return words.toString();
  }
}
