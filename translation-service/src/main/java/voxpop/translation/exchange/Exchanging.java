package voxpop.translation.exchange;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;
import voxpop.translation.document.Desk;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Edit;
import voxpop.translation.document.Outcome;
import voxpop.translation.document.ToDo;
import voxpop.translation.document.Translation;
import voxpop.translation.segment.Codes;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.State;

/** Gives translations to translators' own programs, and takes them back. */
@Singleton
class Exchanging {
  /** Articles with stale sentences in one file; who has more exports again after an import. */
  private static final int MOST_ARTICLES = 200;

  private final Documents documents;
  private final Desk desk;
  private final ToDo toDo;

  Exchanging(Documents documents, Desk desk, ToDo toDo) {
    this.documents = documents;
    this.desk = desk;
    this.toDo = toDo;
  }

  /**
   * What became of a sentence: {@code saved}, {@code unchanged}, {@code untranslated}, {@code
   * conflict}, {@code refused} or {@code gone}.
   */
  record Result(UUID article, UUID id, String result, List<Violation> violations) {}

  /** An article, all of it. */
  String export(UUID article, String language) {
    Translation translation = documents.translation(article, language);
    return XliffWriter.write(translation.document().language(), language, List.of(translation));
  }

  /**
   * Everything stale in a language, of articles written in another one.
   *
   * @throws Problem 404 if nothing is: XLIFF has no empty documents
   */
  @Transactional
  public String exportStale(String from, String language) {
    List<Translation> stale = new ArrayList<>();
    for (UUID article : toDo.stale(language, MOST_ARTICLES)) {
      documents
          .known(article)
          .filter(document -> document.published() && document.language().equals(from))
          .map(document -> documents.translation(document, language))
          .map(Exchanging::staleOnly)
          .filter(translation -> !translation.lines().isEmpty())
          .ifPresent(stale::add);
    }
    if (stale.isEmpty()) throw Problem.notFound("Nothing is stale in this language.");
    return XliffWriter.write(from, language, stale);
  }

  private static Translation staleOnly(Translation translation) {
    return translation.with(
        translation.lines().stream().filter(line -> line.state() == State.STALE).toList());
  }

  /**
   * Takes a file back. What was changed here since the file was written stays as it is, and is
   * told.
   *
   * @param only the article that it is to be about; null for whatever is in it
   * @throws Problem 400 if the file can't be read, or is about another language; then nothing is
   *     changed
   */
  List<Result> take(String file, @Nullable UUID only, String language, String by) {
    XliffReader.Read read = XliffReader.read(file);
    if (!language.equals(read.to())) {
      throw Problem.invalid(
          "xliff", "file", "is about the language “" + read.to() + "”, not “" + language + "”");
    }
    Map<UUID, List<XliffUnit>> byArticle = new LinkedHashMap<>();
    for (XliffUnit unit : read.units()) {
      if (only != null && !only.equals(unit.article())) {
        throw Problem.invalid("xliff", "file", "is about another article");
      }
      byArticle.computeIfAbsent(unit.article(), article -> new ArrayList<>()).add(unit);
    }
    List<Result> results = new ArrayList<>();
    byArticle.forEach(
        (article, units) -> results.addAll(takeArticle(article, language, units, by)));
    return results;
  }

  private List<Result> takeArticle(
      UUID article, String language, List<XliffUnit> units, String by) {
    Translation translation;
    try {
      translation = documents.translation(article, language);
    } catch (Problem gone) {
      return units.stream()
          .map(unit -> new Result(article, unit.segment(), "gone", List.of()))
          .toList();
    }
    Map<UUID, Result> results = new LinkedHashMap<>();
    List<Edit> edits = new ArrayList<>();
    for (XliffUnit unit : units) {
      Optional<Line> line = translation.line(unit.segment());
      Result done =
          line.map(known -> without(known, unit))
              .orElseGet(() -> Optional.of(result(unit, "gone", List.of())))
              .orElse(null);
      results.put(unit.segment(), done == null ? result(unit, "saved", List.of()) : done);
      if (done == null) edits.add(edit(line.orElseThrow(), unit));
    }
    for (Outcome outcome : desk.translate(article, language, edits, by)) {
      if (outcome.problem() != null) results.put(outcome.id(), refused(article, outcome));
    }
    return List.copyOf(results.values());
  }

  /** Why a sentence needs no edit, or can have none; empty if it is to be edited. */
  private static Optional<Result> without(Line line, XliffUnit unit) {
    if (!unit.translated()) return Optional.of(result(unit, "untranslated", List.of()));
    if (changed(line, unit)) return Optional.of(result(unit, "conflict", List.of()));
    String text = text(line.segment(), unit);
    if (text == null) {
      return Optional.of(
          result(
              unit,
              "refused",
              List.of(new Violation("text", "An inline code is unknown, or nested wrongly."))));
    }
    boolean same = Objects.equals(text(line), text) && unit.approved() == approved(line);
    return same || text.isEmpty()
        ? Optional.of(result(unit, "unchanged", List.of()))
        : Optional.empty();
  }

  private static boolean approved(Line line) {
    return line.state() == State.APPROVED;
  }

  /** Without a version, the source tells whether the file is of today. */
  private static boolean changed(Line line, XliffUnit unit) {
    Integer version = unit.version();
    if (version != null) return version != line.version();
    Codes codes = Codes.of(line.segment().kind(), line.segment().source());
    StringBuilder words = new StringBuilder();
    for (Codes.Part part : codes.source()) {
      if (part instanceof Codes.Words w) words.append(w.text());
    }
    return !Fingerprint.of(Kind.TITLE, words.toString())
        .equals(Fingerprint.of(Kind.TITLE, unit.words()));
  }

  private static @Nullable String text(Segment segment, XliffUnit unit) {
    List<Codes.Part> target = unit.target();
    return target == null ? null : Codes.of(segment.kind(), segment.source()).markup(target);
  }

  /** What is there now, written as an import would. */
  private static @Nullable String text(Line line) {
    String text = line.target().text();
    if (text == null) return null;
    Codes codes = Codes.of(line.segment().kind(), line.segment().source());
    return codes.markup(codes.target(text));
  }

  private static Edit edit(Line line, XliffUnit unit) {
    String text = String.valueOf(text(line.segment(), unit));
    return new Edit(unit.segment(), text, unit.approved(), line.version());
  }

  private static Result refused(UUID article, Outcome outcome) {
    Problem problem = Objects.requireNonNull(outcome.problem());
    List<Violation> violations = problem.body().violations();
    String result = problem.body().status() == 412 ? "conflict" : "refused";
    return new Result(article, outcome.id(), result, violations == null ? List.of() : violations);
  }

  private static Result result(XliffUnit unit, String result, List<Violation> violations) {
    return new Result(unit.article(), unit.segment(), result, violations);
  }
}
