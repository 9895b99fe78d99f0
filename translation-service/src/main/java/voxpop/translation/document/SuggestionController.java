package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.glossary.Rule;
import voxpop.translation.memory.Suggestion;
import voxpop.translation.memory.Suggestions;
import voxpop.translation.segment.Segment;

/** What helps with one segment: the memory's texts, and the glossary's terms in it. */
@Controller("/api/translations/{article}/{language}/segments/{id}/suggestions")
class SuggestionController {
  /** More than a person reads before writing it anew. */
  private static final int MOST = 5;

  /** A term in the segment; {@code target}: the wording that is wanted, or forbidden. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Hint(String source, @Nullable String target, Rule rule, @Nullable String note) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Help(List<Suggestion> items, List<Hint> terms) {}

  private final Documents documents;
  private final Suggestions suggestions;
  private final Glossary glossary;

  SuggestionController(Documents documents, Suggestions suggestions, Glossary glossary) {
    this.documents = documents;
    this.suggestions = suggestions;
    this.glossary = glossary;
  }

  @Get
  Help help(UUID article, String language, UUID id, Caller caller) {
    Translators.requireToLook(caller);
    Document document = documents.checked(documents.published(article), language);
    Segment segment =
        documents
            .line(document, language, id)
            .orElseThrow(() -> Problem.notFound("The article has no such sentence (any more)."))
            .segment();
    String from = document.language();
    List<Hint> terms =
        glossary.of(from, language).in(segment.kind(), segment.source()).stream()
            .map(term -> new Hint(term.term(), term.translation(), term.rule(), term.note()))
            .toList();
    return new Help(suggestions.of(segment, from, language, MOST), terms);
  }
}
