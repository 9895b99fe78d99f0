package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.translation.glossary.Terms;
import voxpop.translation.glossary.Warning;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Reason;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.State;
import voxpop.translation.segment.Target;

/**
 * A segment as translators see it.
 *
 * @param format {@code html}: inline tags as in the source; {@code text}: plain
 * @param target one's draft, else what was approved, else what is proposed
 * @param version what {@code If-Match} wants, in quotes
 * @param candidate what was proposed since the last approval, with its origin
 * @param approved what readers were last given by a person, with the source as it was then
 * @param previousSource the source as it was when the text was approved, where it is another now
 * @param origin whose {@code target} is: an engine's name, {@code memory} or {@code person}
 * @param failure why no engine could translate it
 * @param warnings terms of the glossary that {@code target} doesn't keep to
 * @param reasons the failure one by one, for programs
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SegmentView(
    UUID id,
    Kind kind,
    String format,
    String source,
    @Nullable String target,
    State state,
    int version,
    @Nullable Proposed candidate,
    @Nullable Approved approved,
    @Nullable String previousSource,
    @Nullable String origin,
    @Nullable String failure,
    List<Warning> warnings,
    List<Reason> reasons) {

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Proposed(String text, String origin, boolean current) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Approved(String text, String source, String by, boolean current) {}

  static SegmentView of(Line line, Terms terms) {
    Target target = line.target();
    Target.Candidate c = target.candidate();
    Target.Approved a = target.approved();
    Target.Failure f = target.failure();
    Kind kind = line.segment().kind();
    return new SegmentView(
        line.segment().id(),
        kind,
        kind.markup() ? "html" : "text",
        Attributes.brief(kind, line.segment().source()),
        brief(kind, target.text()),
        line.state(),
        line.version(),
        c == null
            ? null
            : new Proposed(
                Attributes.brief(kind, c.text()),
                c.origin(),
                target.candidateFor(line.segment()) != null),
        a == null
            ? null
            : new Approved(
                Attributes.brief(kind, a.text()),
                Attributes.brief(kind, a.source()),
                a.by(),
                target.approvedFor(line.segment())),
        a == null || target.approvedFor(line.segment()) ? null : Attributes.brief(kind, a.source()),
        origin(target),
        f == null || !target.failedFor(line.segment()) ? null : f.reason(),
        warnings(line, terms),
        f == null || !target.failedFor(line.segment()) ? List.of() : f.reasons());
  }

  private static List<Warning> warnings(Line line, Terms terms) {
    String text = line.target().text();
    Segment segment = line.segment();
    return text == null ? List.of() : terms.warnings(segment.kind(), segment.source(), text);
  }

  private static @Nullable String brief(Kind kind, @Nullable String text) {
    return text == null ? null : Attributes.brief(kind, text);
  }

  private static @Nullable String origin(Target target) {
    Target.Candidate candidate = target.candidate();
    if (target.approved() != null) return Target.Candidate.PERSON;
    return candidate == null ? null : candidate.origin();
  }
}
