package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.studio.Translation.Counts;

/** An article on the translator's desk: all of its segments in one language, title first. */
@Serdeable
public record Bench(
    @Nullable UUID article,
    @Nullable String kind,
    String language,
    @Nullable String sourceLanguage,
    @Nullable String title,
    @Nullable Boolean published,
    @Nullable String slug,
    @Nullable String editionStatus,
    Counts counts,
    @Nullable Boolean engine,
    List<Row> segments) {

  /** The states that a segment can be in, as a translator works through them. */
  public static final List<String> STATES =
      List.of("stale", "missing", "machine", "draft", "approved");

  public Bench {
    segments = segments == null ? List.of() : segments;
    counts = counts == null ? counted(segments) : counts;
  }

  /** One row only, while the rest can't be had. */
  static Bench of(String language, String id, String text, @Nullable String version) {
    long at = version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    var row =
        new Row(
            id, "", text, "draft", at, null, null, null, null, null, null, null, List.of(),
            List.of());
    return new Bench(
        null, null, language, null, null, null, null, null, Counts.NONE, null, List.of(row));
  }

  public boolean withReaders() {
    return Boolean.TRUE.equals(published);
  }

  /** Whether readers have a page of it, with an address; a name stands on many. */
  public boolean hasPage() {
    return kind == null || kind.equals("post") || kind.equals("page");
  }

  public boolean canAsk() {
    return Boolean.TRUE.equals(engine);
  }

  /** Title of the source, for the head of the page. */
  public String name() {
    return title != null ? title : segments().isEmpty() ? "" : segments().getFirst().source();
  }

  /** Rows that could be approved as they stand, named as they were seen. */
  static String seen(List<Row> rows) {
    return rows.stream().filter(Row::approvable).map(Row::seen).collect(Collectors.joining(" "));
  }

  private static Counts counted(List<Row> rows) {
    return new Counts(
        count(rows, "approved"),
        count(rows, "draft"),
        count(rows, "machine"),
        count(rows, "stale"),
        count(rows, "missing"));
  }

  private static int count(List<Row> rows, String state) {
    return (int) rows.stream().filter(row -> row.state().equals(state)).count();
  }

  /** Why an engine's text was refused: a name, and what it is about. */
  @Serdeable
  public record Reason(String code, Map<String, String> parameters) {
    public Reason {
      parameters = parameters == null ? Map.of() : parameters;
    }
  }

  /**
   * A segment.
   *
   * @param version what {@code If-Match} wants
   * @param format html (inline markup as in the source) or text
   * @param previousSource what the source said when this was approved, if it says something else
   *     now
   * @param origin where the text comes from: a person, the memory, or an engine's name
   * @param candidate what was proposed since the last approval
   * @param approved what readers were last given by a person
   * @param warnings what the glossary would have otherwise
   * @param failure why no engine could translate it
   * @param reasons the same one by one
   */
  @Serdeable
  public record Row(
      String id,
      String source,
      @Nullable String target,
      String state,
      long version,
      @Nullable String kind,
      @Nullable String format,
      @Nullable String previousSource,
      @Nullable String origin,
      @Nullable Proposed candidate,
      @Nullable Approved approved,
      @Nullable String failure,
      List<Warning> warnings,
      List<Reason> reasons) {

    public Row {
      warnings = warnings == null ? List.of() : warnings;
      reasons = reasons == null ? List.of() : reasons;
    }

    /**
     * Where the text goes against the glossary.
     *
     * @param term of the source; for what is forbidden, the word that is
     * @param rule translate, keep or forbidden
     * @param expected how it is to be said; null where nothing is set
     */
    @Serdeable
    public record Warning(
        String term, String rule, @Nullable String expected, @Nullable String message) {}

    /** A text that nobody has approved; {@code current}: of the source as it is now. */
    @Serdeable
    public record Proposed(String text, String origin, boolean current) {}

    /** A text that somebody has approved. */
    @Serdeable
    public record Approved(String text, @Nullable String by, boolean current) {}

    /** Whether {@code <} and {@code &} mean something in it. */
    public boolean marked() {
      return "html".equals(format);
    }

    /** Whether a person could approve it as it stands. */
    public boolean approvable() {
      return target != null
          && !target.isBlank()
          && (state.equals("machine") || state.equals("draft"));
    }

    /** Whether its text went into the sentence before it. */
    public boolean joined() {
      return target != null && target.isEmpty() && state.equals("approved");
    }

    /** A newer proposal than the text in the field. */
    public @Nullable Proposed newer() {
      return candidate != null && candidate.current() && !candidate.text().equals(target)
          ? candidate
          : null;
    }

    /** What has changed in the source since this was approved. */
    public @Nullable WordDifference change() {
      return previousSource == null || previousSource.equals(source)
          ? null
          : WordDifference.between(previousSource, source);
    }

    /** Exactly this text, for a form that is about what was seen. */
    String seen() {
      return id + "." + version + "." + Integer.toHexString(String.valueOf(target).hashCode());
    }

    /** The same segment with what somebody typed, which was refused. */
    Row typed(@Nullable String text) {
      return new Row(
          id,
          source,
          text,
          state,
          version,
          kind,
          format,
          previousSource,
          origin,
          candidate,
          approved,
          failure,
          warnings,
          reasons);
    }
  }
}
