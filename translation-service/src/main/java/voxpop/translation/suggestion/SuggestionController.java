package voxpop.translation.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Pace;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;

/** Where readers suggest a better translation of a sentence. */
@Controller("/api/translations/{article}/{language}")
class SuggestionController {
  /** A challenge of comment-service and what it comes to. */
  @Serdeable
  record Solution(
      @NotBlank @Size(max = 400) String token, @NotBlank @Size(max = 40) String answer) {}

  /** {@code website} and {@code url2} are fields that people don't see and leave empty. */
  @Serdeable
  record Suggested(
      @NotNull UUID segment,
      @NotBlank @Size(max = 5000) String text,
      @Nullable @Valid Solution challenge,
      @Nullable String website,
      @Nullable String url2) {
    boolean fromNobody() {
      return (website != null && !website.isBlank()) || (url2 != null && !url2.isBlank());
    }
  }

  /**
   * A sentence that readers see; {@code text} with its inline tags where {@code format} is html.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sentence(UUID id, Kind kind, String format, String source, String text) {
    Sentence(Line line) {
      this(
          line.segment().id(),
          line.segment().kind(),
          line.segment().kind().markup() ? "html" : "text",
          Attributes.brief(line.segment().kind(), line.segment().source()),
          Attributes.brief(line.segment().kind(), String.valueOf(Suggestions.shown(line))));
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sentences(UUID article, String language, List<Sentence> items) {}

  /** What was suggested; a translator decides. */
  @Serdeable
  record Received(UUID id, UUID segment, String text, String state) {
    Received(Suggestion suggestion) {
      this(suggestion.id(), suggestion.segment(), suggestion.text(), suggestion.state());
    }
  }

  private final Suggestions suggestions;
  private final Gate gate;
  private final Pace pace;
  private final SuggestionSettings settings;

  SuggestionController(Suggestions suggestions, Gate gate, Pace pace, SuggestionSettings settings) {
    this.suggestions = suggestions;
    this.gate = gate;
    this.pace = pace;
    this.settings = settings;
  }

  /** The sentences of a published translation, in reading order, the title first. */
  @Get("/sentences")
  Sentences sentences(UUID article, String language) {
    return new Sentences(
        article,
        language,
        suggestions.sentences(article, language).stream().map(Sentence::new).toList());
  }

  @Post("/suggestions")
  HttpResponse<Received> suggest(
      UUID article, String language, @Body @Valid Suggested suggested, Caller caller) {
    if (suggested.fromNobody()) throw Problem.invalid("website", "must be left empty");
    pace.check("suggestion", caller, settings);
    Suggestion suggestion =
        suggestions.checked(article, language, suggested.segment(), suggested.text());
    // last, because it is used up by that
    if (caller.author().isEmpty()) gate.redeem(article, suggested.challenge());
    Suggestion kept = suggestions.keep(suggestion);
    URI address = URI.create("/api/translations/suggestions/" + kept.id());
    return HttpResponse.created(new Received(kept), address);
  }
}
