package voxpop.translation.segment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;

/**
 * A segment in one language.
 *
 * @param personVersion grows with everything that a person does to it
 * @param approved what a person last approved
 * @param candidate what was proposed since, by an engine, the memory or a person
 * @param shown what readers see, where the translation is published
 * @param before what a person did last can be taken back to this
 * @param failure why no engine could translate it
 */
public record Target(
    UUID id,
    UUID segment,
    UUID article,
    String language,
    int personVersion,
    @Nullable Approved approved,
    @Nullable Candidate candidate,
    @Nullable Shown shown,
    @Nullable Before before,
    @Nullable Failure failure) {

  /**
   * A text that a person answers for.
   *
   * @param text empty where it is said in the sentence before
   * @param source the sentence as it was then, with its hash and version
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Approved(String text, String hash, String source, int version, String by) {
    /** An empty text was left out where a release before kept it as JSON. */
    public Approved {
      text = Objects.requireNonNullElse(text, "");
    }

    Approved rewrite(UnaryOperator<String> change) {
      return new Approved(change.apply(text), hash, source, version, by);
    }
  }

  /** A proposed text; {@code origin} is an engine's name, {@code memory} or {@code person}. */
  @Serdeable
  public record Candidate(String text, String hash, String origin) {
    public static final String PERSON = "person";

    /** Origin of what is for tests and design work. */
    public static final String PSEUDO = "pseudo";

    /** Whether readers may get it. */
    @JsonIgnore
    public boolean forReaders() {
      return !origin.equals(PSEUDO);
    }

    Candidate rewrite(UnaryOperator<String> change) {
      return new Candidate(change.apply(text), hash, origin);
    }

    /** Whether a person wrote it. */
    @JsonIgnore
    public boolean byPerson() {
      return origin.equals(PERSON);
    }
  }

  /** What readers see, and of which version of the source it is a translation. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Shown(String text, String hash, int version, boolean byMachine) {
    /** As of an approved text. */
    public Shown {
      text = Objects.requireNonNullElse(text, "");
    }

    Shown rewrite(UnaryOperator<String> change) {
      return new Shown(change.apply(text), hash, version, byMachine);
    }
  }

  /** A segment as it was before a person did something to it. */
  @Serdeable
  public record Before(
      @Nullable Approved approved, @Nullable Candidate candidate, @Nullable Shown shown) {
    Before rewrite(UnaryOperator<String> change) {
      return new Before(
          approved == null ? null : approved.rewrite(change),
          candidate == null ? null : candidate.rewrite(change),
          shown == null ? null : shown.rewrite(change));
    }
  }

  /**
   * Why an engine's text of this source was refused.
   *
   * @param reason all of it in English
   * @param reasons one by one; none of what was refused by a release that didn't keep them
   */
  public record Failure(String hash, String reason, List<Reason> reasons) {}

  public static Target none(Segment segment, String language) {
    return new Target(
        Ids.next(), segment.id(), segment.article(), language, 0, null, null, null, null, null);
  }

  public Target approve(String text, Segment of, String by) {
    Approved now = new Approved(text, of.hash(), of.source(), of.sourceVersion(), by);
    return person(now, null, shown, now(), null);
  }

  public Target draft(String text, Segment of) {
    Candidate now = new Candidate(text, of.hash(), Candidate.PERSON);
    return person(approved, now, shown, now(), null);
  }

  /** As it was before; a proposal that has come since stays. */
  public Target undo(Before was) {
    Candidate proposed = was.candidate() == null ? machine() : was.candidate();
    return person(was.approved(), proposed, was.shown(), null, failure);
  }

  public Target propose(@Nullable Candidate proposed) {
    return with(approved, proposed, shown, null);
  }

  public Target fail(Failure reason) {
    return with(approved, candidate, shown, reason);
  }

  public Target restore(Approved earlier) {
    return with(earlier, candidate, shown, failure);
  }

  public Target show(@Nullable Shown now) {
    return with(approved, candidate, now, failure);
  }

  /** The same with every text changed, as when a link of the source leads elsewhere. */
  public Target rewrite(UnaryOperator<String> change) {
    return new Target(
        id,
        segment,
        article,
        language,
        personVersion,
        approved == null ? null : approved.rewrite(change),
        candidate == null ? null : candidate.rewrite(change),
        shown == null ? null : shown.rewrite(change),
        before == null ? null : before.rewrite(change),
        failure);
  }

  private Before now() {
    return new Before(approved, candidate, shown);
  }

  private @Nullable Candidate machine() {
    return candidate == null || candidate.byPerson() ? null : candidate;
  }

  private Target person(
      @Nullable Approved approvedNow,
      @Nullable Candidate candidateNow,
      @Nullable Shown shownNow,
      @Nullable Before beforeNow,
      @Nullable Failure failureNow) {
    return new Target(
        id,
        segment,
        article,
        language,
        personVersion + 1,
        approvedNow,
        candidateNow,
        shownNow,
        beforeNow,
        failureNow);
  }

  private Target with(
      @Nullable Approved approvedNow,
      @Nullable Candidate candidateNow,
      @Nullable Shown shownNow,
      @Nullable Failure failureNow) {
    return new Target(
        id,
        segment,
        article,
        language,
        personVersion,
        approvedNow,
        candidateNow,
        shownNow,
        before,
        failureNow);
  }

  /** The candidate, if it is one of this source. */
  public @Nullable Candidate candidateFor(Segment of) {
    return candidate != null && candidate.hash().equals(of.hash()) ? candidate : null;
  }

  public boolean approvedFor(Segment of) {
    return approved != null && approved.hash().equals(of.hash());
  }

  public boolean failedFor(Segment of) {
    return failure != null && failure.hash().equals(of.hash());
  }

  /** What a translator finds in the field: one's own draft, what was approved, what is proposed. */
  public @Nullable String text() {
    if (candidate != null && candidate.byPerson()) return candidate.text();
    if (approved != null) return approved.text();
    return candidate == null ? null : candidate.text();
  }
}
