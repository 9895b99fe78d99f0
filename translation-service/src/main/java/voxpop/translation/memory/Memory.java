package voxpop.translation.memory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import voxpop.kit.id.Ids;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.glossary.Terms;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Links;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;

/** What was translated before. */
@Singleton
public class Memory {
  /** Origin of a text that a person approved somewhere else for the same sentence. */
  public static final String ORIGIN = "memory";

  private final MemoryRepository entries;
  private final Glossary glossary;
  private final Clock clock;

  Memory(MemoryRepository entries, Glossary glossary, Clock clock) {
    this.entries = entries;
    this.glossary = glossary;
    this.clock = clock;
  }

  /** Keeps what a person approved. */
  public void approved(Segment segment, String from, String to, String text, String by) {
    remember(segment, from, to, true, text, by);
  }

  /** Keeps what an engine gave. */
  public void translated(Segment segment, String from, String to, String text, String engine) {
    remember(segment, from, to, false, text, engine);
  }

  /** Forgets what a person approved of a segment, and took back. */
  public void forget(Segment segment, String from, String to) {
    entries.forget(segment.id(), from, to, segment.hash());
  }

  /** What a person approved of this very segment when its source was as it is now. */
  public Optional<Target.Approved> approvedOf(Segment segment, String from, String to) {
    return entries.find(from, to, segment.hash()).stream()
        .filter(entry -> entry.approved() && entry.segment().equals(segment.id()))
        .findFirst()
        .map(
            entry ->
                new Target.Approved(
                    fit(entry, segment),
                    segment.hash(),
                    segment.source(),
                    segment.sourceVersion(),
                    entry.origin()));
  }

  /**
   * A text to propose for a sentence that was translated before, here or elsewhere: approved ones
   * first; none of an engine that doesn't keep to the glossary as it is now.
   */
  public Optional<Target.Candidate> proposedFor(Segment segment, String from, String to) {
    List<MemoryEntry> known = entries.find(from, to, segment.hash());
    if (known.isEmpty()) return Optional.empty();
    Terms terms = glossary.of(from, to);
    return known.stream()
        .filter(
            entry ->
                entry.approved()
                    || terms.warnings(segment.kind(), segment.source(), entry.text()).isEmpty())
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
                    entry.approved() ? ORIGIN : entry.origin()));
  }

  private static String fit(MemoryEntry entry, Segment segment) {
    return entry.source().equals(segment.source())
        ? entry.text()
        : Links.mend(segment.kind(), entry.source(), segment.source(), entry.text());
  }

  private void remember(
      Segment segment, String from, String to, boolean approved, String text, String origin) {
    entries.remember(
        Ids.next(),
        segment.id(),
        from,
        to,
        segment.hash(),
        approved,
        segment.source(),
        text,
        origin,
        clock.instant());
  }
}
