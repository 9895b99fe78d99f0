package voxpop.translation.segment;

/** A segment and what there is of it in one language, side by side. */
public record Line(Segment segment, Target target) {
  public State state() {
    return State.of(segment, target);
  }

  /** Changes with what a person did and with the source, never with a machine's proposal. */
  public int version() {
    return segment.sourceVersion() + target.personVersion();
  }

  public Line with(Target changed) {
    return new Line(segment, changed);
  }

  /**
   * Whether an engine has something to do: no text of this source yet, and none that it refused.
   */
  public boolean wanting() {
    return !target.approvedFor(segment)
        && target.candidateFor(segment) == null
        && !target.failedFor(segment);
  }
}
