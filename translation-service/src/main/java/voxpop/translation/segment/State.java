package voxpop.translation.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** How a segment stands in one language; derived, never stored. */
@Serdeable
public enum State {
  /** There is no text. */
  MISSING,
  /** An engine's text that nobody has read. */
  MACHINE,
  /** A person's text that is not approved yet. */
  DRAFT,
  /** A person has approved a text of exactly this source. */
  APPROVED,
  /** There is a text, but of an earlier source. */
  STALE;

  public static State of(Segment segment, Target target) {
    Target.Approved approved = target.approved();
    if (approved != null) return approved.hash().equals(segment.hash()) ? APPROVED : STALE;
    Target.Candidate candidate = target.candidate();
    if (candidate == null) return target.shown() == null ? MISSING : STALE;
    if (!candidate.hash().equals(segment.hash())) return STALE;
    return candidate.byPerson() ? DRAFT : MACHINE;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
