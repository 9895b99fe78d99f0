package voxpop.translation.segment;

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
    @Nullable Failure failure) {

  /**
   * A text that a person answers for.
   *
   * @param source the sentence as it was then, with its hash and version
   */
  public record Approved(String text, String hash, String source, int version, String by) {}

  /** A proposed text; {@code origin} is an engine's name, {@code memory} or {@code person}. */
  public record Candidate(String text, String hash, String origin) {
    public static final String PERSON = "person";

    /** Origin of what is for tests and design work. */
    public static final String PSEUDO = "pseudo";

    public boolean forReaders() {
      return !origin.equals(PSEUDO);
    }

    public boolean byPerson() {
      return origin.equals(PERSON);
    }
  }

  /** What readers see, and of which version of the source it is a translation. */
  public record Shown(String text, String hash, int version, boolean byMachine) {}

  /** The reason for which an engine's text of this source was refused. */
  public record Failure(String hash, String reason) {}

  public static Target none(Segment segment, String language) {
    return new Target(
        Ids.next(), segment.id(), segment.article(), language, 0, null, null, null, null);
  }

  public Target approve(String text, Segment of, String by) {
    Approved now = new Approved(text, of.hash(), of.source(), of.sourceVersion(), by);
    return new Target(id, segment, article, language, personVersion + 1, now, null, shown, null);
  }

  public Target draft(String text, Segment of) {
    Candidate now = new Candidate(text, of.hash(), Candidate.PERSON);
    return new Target(
        id, segment, article, language, personVersion + 1, approved, now, shown, null);
  }

  public Target propose(@Nullable Candidate proposed) {
    return new Target(
        id, segment, article, language, personVersion, approved, proposed, shown, null);
  }

  public Target fail(Failure reason) {
    return new Target(
        id, segment, article, language, personVersion, approved, candidate, shown, reason);
  }

  public Target restore(Approved earlier) {
    return new Target(
        id, segment, article, language, personVersion, earlier, candidate, shown, failure);
  }

  public Target show(@Nullable Shown now) {
    return new Target(
        id, segment, article, language, personVersion, approved, candidate, now, failure);
  }

  /** The same with every text changed, as when a link of the source leads elsewhere. */
  public Target rewrite(UnaryOperator<String> change) {
    Approved a = approved;
    Candidate c = candidate;
    Shown s = shown;
    return new Target(
        id,
        segment,
        article,
        language,
        personVersion,
        a == null
            ? null
            : new Approved(change.apply(a.text()), a.hash(), a.source(), a.version(), a.by()),
        c == null ? null : new Candidate(change.apply(c.text()), c.hash(), c.origin()),
        s == null ? null : new Shown(change.apply(s.text()), s.hash(), s.version(), s.byMachine()),
        failure);
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
