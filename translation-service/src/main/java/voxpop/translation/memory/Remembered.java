package voxpop.translation.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import voxpop.translation.glossary.Terms;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Links;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;

/** What the memory knows of some sentences, all of them asked for at once. */
public final class Remembered {
  private final Map<String, List<MemoryEntry>> byHash = new HashMap<>();
  private final Terms terms;

  /**
   * @param entries of each sentence what people approved first, the newest first
   */
  Remembered(List<MemoryEntry> entries, Terms terms) {
    for (MemoryEntry entry : entries) {
      byHash.computeIfAbsent(entry.hash(), hash -> new ArrayList<>()).add(entry);
    }
    this.terms = terms;
  }

  /**
   * A text to propose for a sentence that was translated before, here or elsewhere: approved ones
   * first; none of an engine that doesn't keep to the glossary as it is now.
   */
  public Optional<Target.Candidate> proposedFor(Segment segment) {
    return byHash.getOrDefault(segment.hash(), List.of()).stream()
        .filter(entry -> entry.approved() || keepsToTheGlossary(entry, segment))
        .filter(
            entry ->
                Contract.violations(segment.kind(), segment.source(), fit(entry, segment))
                    .isEmpty())
        .findFirst()
        .map(
            entry ->
                new Target.Candidate(
                    fit(entry, segment),
                    segment.hash(),
                    entry.approved() ? Memory.ORIGIN : entry.origin()));
  }

  private boolean keepsToTheGlossary(MemoryEntry entry, Segment segment) {
    return terms.warnings(segment.kind(), segment.source(), entry.text()).isEmpty();
  }

  /** Its text with the links of the sentence as it is now. */
  static String fit(MemoryEntry entry, Segment segment) {
    return entry.source().equals(segment.source())
        ? entry.text()
        : Links.mend(segment.kind(), entry.source(), segment.source(), entry.text());
  }
}
