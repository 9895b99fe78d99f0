package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;
import voxpop.translation.IfMatch;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.glossary.Terms;
import voxpop.translation.segment.Line;

/** What people make of single sentences. */
@Controller("/api/translations/{article}/{language}/segments")
class SegmentController {

  /** As many as an article can have. */
  private static final int MOST = 5000;

  /** A person's translation; approved, it goes to readers. */
  @Serdeable
  record Typed(@NotBlank @Size(max = 50_000) String text, @Nullable Boolean approve) {}

  /** The same for one of many; {@code version} is what {@code If-Match} would say. */
  @Serdeable
  record TypedOne(
      @NotNull UUID id,
      int version,
      @NotBlank @Size(max = 50_000) String text,
      @Nullable Boolean approve) {
    Edit edit() {
      return new Edit(id, text, Boolean.TRUE.equals(approve), version);
    }
  }

  @Serdeable
  record TypedMany(@NotNull @Size(min = 1, max = MOST) List<@Valid TypedOne> items) {}

  /**
   * What became of one of many: {@code saved}, {@code conflict} (somebody was faster; {@code
   * segment} is theirs), {@code refused} (with the reasons) or {@code gone}.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Result(UUID id, String result, @Nullable SegmentView segment, List<Violation> violations) {
    static Result of(Outcome outcome, Terms terms) {
      Problem problem = outcome.problem();
      Line line = outcome.line();
      return new Result(
          outcome.id(),
          problem == null ? "saved" : word(problem.body().status()),
          line == null ? null : SegmentView.of(line, terms),
          violations(problem));
    }

    private static List<Violation> violations(@Nullable Problem problem) {
      List<Violation> violations = problem == null ? null : problem.body().violations();
      return violations == null ? List.of() : violations;
    }

    private static String word(int status) {
      return switch (status) {
        case 412 -> "conflict";
        case 404 -> "gone";
        default -> "refused";
      };
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Results(List<Result> items) {}

  private final Desk desk;
  private final Documents documents;
  private final Glossary glossary;

  SegmentController(Desk desk, Documents documents, Glossary glossary) {
    this.desk = desk;
    this.documents = documents;
    this.glossary = glossary;
  }

  @Get("/{id}")
  HttpResponse<SegmentView> show(UUID article, String language, UUID id, Caller caller) {
    Translators.requireToLook(caller);
    Document document = documents.checked(documents.published(article), language);
    return documents
        .line(document, language, id)
        .map(line -> answer(line, terms(article, language)))
        .orElseThrow(() -> Problem.notFound("The article has no such sentence (any more)."));
  }

  @Put("/{id}")
  HttpResponse<SegmentView> translate(
      UUID article,
      String language,
      UUID id,
      @Header("If-Match") @Nullable String ifMatch,
      @Body @Valid Typed typed,
      Caller caller) {
    String by = Translators.require(caller, language).name();
    boolean approve = Boolean.TRUE.equals(typed.approve());
    Edit edit = new Edit(id, typed.text(), approve, IfMatch.version(ifMatch));
    return answer(desk.translate(article, language, edit, by), terms(article, language));
  }

  /** Many at once; each is taken or refused by itself. */
  @Post
  Results translate(UUID article, String language, @Body @Valid TypedMany typed, Caller caller) {
    String by = Translators.require(caller, language).name();
    List<Edit> edits = typed.items().stream().map(TypedOne::edit).toList();
    List<Outcome> outcomes = desk.translate(article, language, edits, by);
    Terms terms = terms(article, language);
    return new Results(outcomes.stream().map(outcome -> Result.of(outcome, terms)).toList());
  }

  /** Takes back what a person did last. */
  @Post("/{id}/undo")
  HttpResponse<SegmentView> undo(
      UUID article,
      String language,
      UUID id,
      @Header("If-Match") @Nullable String ifMatch,
      Caller caller) {
    Translators.require(caller, language);
    Line line = desk.undo(article, language, id, IfMatch.version(ifMatch));
    return answer(line, terms(article, language));
  }

  private Terms terms(UUID article, String language) {
    return glossary.of(documents.published(article).language(), language);
  }

  private static HttpResponse<SegmentView> answer(Line line, Terms terms) {
    return HttpResponse.ok(SegmentView.of(line, terms))
        .header("ETag", "\"" + line.version() + "\"");
  }
}
