package voxpop.translation.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Sites;
import voxpop.translation.document.Translators;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;

/** What readers have suggested, for whoever translates into its language. */
@Controller("/api/translations/suggestions")
class ReviewController {
  private static final String STATES = "waiting|accepted|rejected";

  /** After every identifier that there can be. */
  private static final UUID END = new UUID(-1, -1);

  /** How a translator decides; for {@code accepted} with the version of the segment seen. */
  @Serdeable
  record Verdict(
      @NotNull @Pattern(regexp = "accepted|rejected", message = "must be accepted or rejected")
          String verdict,
      @Nullable Integer version,
      @Nullable @Size(max = 50_000) String text) {
    boolean accepts() {
      return verdict.equals("accepted");
    }
  }

  /**
   * A suggestion beside its sentence.
   *
   * @param origin always {@code reader}
   * @param shown what the reader saw
   * @param target what stands there now
   * @param current whether the source is still what the reader saw; false also where it is gone
   * @param version of the segment, for the verdict; null where it is gone
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      UUID article,
      String title,
      String sourceLanguage,
      String language,
      UUID segment,
      String format,
      @Nullable String source,
      @Nullable String target,
      String shown,
      String text,
      String origin,
      String state,
      boolean current,
      @Nullable Integer version,
      Instant createdAt,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy) {
    static Item of(Suggestions.Item item) {
      Suggestion s = item.suggestion();
      Line line = item.line();
      Kind kind = line == null ? Kind.TEXT : line.segment().kind();
      String target = line == null ? null : line.target().text();
      return new Item(
          s.id(),
          s.article(),
          item.title(),
          item.sourceLanguage(),
          s.language(),
          s.segment(),
          kind.markup() ? "html" : "text",
          line == null ? null : Attributes.brief(kind, line.segment().source()),
          target == null ? null : Attributes.brief(kind, target),
          Attributes.brief(kind, s.shown()),
          Attributes.brief(kind, s.text()),
          "reader",
          s.state(),
          line != null && line.segment().hash().equals(s.hash()),
          line == null ? null : line.version(),
          s.createdAt(),
          s.decidedAt(),
          s.decidedBy());
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<Item> items, @Nullable String next) {}

  private final Suggestions suggestions;
  private final Sites sites;

  ReviewController(Suggestions suggestions, Sites sites) {
    this.suggestions = suggestions;
    this.sites = sites;
  }

  /** The newest first; of one article in one language all that wait. */
  @Get
  Items list(
      @QueryValue(defaultValue = "waiting")
          @Pattern(regexp = STATES, message = "must be one of " + STATES)
          String state,
      @QueryValue @Nullable String language,
      @QueryValue @Nullable UUID article,
      @QueryValue @Nullable UUID after,
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
      Caller caller) {
    Caller.Author author = caller.require(Role.TRANSLATOR, Role.EDITOR);
    if (article != null && language != null) {
      Translators.require(caller, language);
      return new Items(
          suggestions.waiting(article, language).stream().map(Item::of).toList(), null);
    }
    List<String> languages =
        sites.site().languages().stream()
            .filter(author::mayTranslate)
            .filter(one -> language == null || one.equals(language))
            .toList();
    List<Suggestions.Item> found =
        suggestions.list(state, languages, after == null ? END : after, limit + 1);
    List<Suggestions.Item> page = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? page.getLast().suggestion().id().toString() : null;
    return new Items(page.stream().map(Item::of).toList(), next);
  }

  @Put("/{id}/verdict")
  Item decide(UUID id, @Body @Valid Verdict verdict, Caller caller) {
    caller.require(Role.TRANSLATOR, Role.EDITOR);
    Caller.Author author = Translators.require(caller, suggestions.language(id));
    Integer version = verdict.version();
    if (verdict.accepts() && version == null) {
      throw Problem.invalid("version", "is missing: which one of the sentence have you seen?");
    }
    return Item.of(
        suggestions.decide(
            id, verdict.accepts(), verdict.text(), version == null ? 0 : version, author.name()));
  }
}
