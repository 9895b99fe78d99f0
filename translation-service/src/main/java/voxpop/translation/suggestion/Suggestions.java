package voxpop.translation.suggestion;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Desk;
import voxpop.translation.document.Document;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Edit;
import voxpop.translation.document.Removal;
import voxpop.translation.document.Translation;
import voxpop.translation.edition.Editions;
import voxpop.translation.segment.Fingerprint;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Target;

/** What readers suggest, and what becomes of it. */
@Singleton
class Suggestions implements Removal {
  private final SuggestionRepository suggestions;
  private final SuggestionSettings settings;
  private final Documents documents;
  private final Editions editions;
  private final Desk desk;
  private final Clock clock;

  Suggestions(
      SuggestionRepository suggestions,
      SuggestionSettings settings,
      Documents documents,
      Editions editions,
      Desk desk,
      Clock clock) {
    this.suggestions = suggestions;
    this.settings = settings;
    this.documents = documents;
    this.editions = editions;
    this.desk = desk;
    this.clock = clock;
  }

  /** A suggestion beside the sentence as it is now; {@code line} is null when that was deleted. */
  record Item(Suggestion suggestion, String title, String sourceLanguage, @Nullable Line line) {}

  /**
   * The sentences that readers see of a published translation.
   *
   * @throws Problem 404
   */
  @Transactional
  public List<Line> sentences(UUID article, String language) {
    Translation translation = documents.translation(article, language);
    requireEdition(article, language);
    return translation.lines().stream().filter(line -> shown(line) != null).toList();
  }

  private void requireEdition(UUID article, String language) {
    if (!editions.standing(article, language).live()) {
      throw Problem.notFound("The article has no edition in this language.");
    }
  }

  static @Nullable String shown(Line line) {
    Target.Shown shown = line.target().shown();
    return shown == null || shown.text().isEmpty() ? null : shown.text();
  }

  /**
   * What would be suggested, if the sum is right.
   *
   * @throws Problem 400 if it breaks the markup contract or says what stands there, 404, 409 if
   *     enough wait already
   */
  @Transactional
  public Suggestion checked(UUID article, String language, UUID segment, String typed) {
    Document document = documents.checked(documents.published(article), language);
    requireEdition(article, language);
    Line line =
        documents
            .line(document, language, segment)
            .filter(one -> shown(one) != null)
            .orElseThrow(() -> Problem.notFound("The article has no such sentence (any more)."));
    String text = Edit.checked(line.segment(), typed);
    String shown = String.valueOf(shown(line));
    if (text.equals(shown)) throw Problem.invalid("text", "is what stands there already");
    if (suggestions.waiting(segment, language) >= settings.waiting()) {
      throw Problem.conflict(
          "enough-suggestions", "Enough suggestions for this sentence are waiting already.");
    }
    String fingerprint = Fingerprint.of(Kind.TITLE, text);
    return Suggestion.of(line.segment(), language, shown, text, fingerprint, clock.instant());
  }

  /** Keeps it; said twice, it waits once. */
  @Transactional
  public Suggestion keep(Suggestion suggestion) {
    Optional<Suggestion> same =
        suggestions.same(suggestion.segment(), suggestion.language(), suggestion.fingerprint());
    return same.orElseGet(() -> suggestions.save(suggestion));
  }

  @Transactional
  public List<Item> list(String state, List<String> languages, UUID before, int limit) {
    if (languages.isEmpty()) return List.of();
    return items(suggestions.list(state, languages, before, limit));
  }

  @Transactional
  public List<Item> waiting(UUID article, String language) {
    documents.checked(documents.published(article), language);
    return items(suggestions.waitingFor(article, language));
  }

  /** The language of a suggestion, for whoever has to know whether its caller may decide. */
  @Transactional
  public String language(UUID id) {
    return lock(id).language();
  }

  /**
   * Takes or refuses it. Taken, it is the approved text at once.
   *
   * @param text as the translator would have it; null as the reader wrote it
   * @param version of the segment that the translator has seen; only for taking
   * @throws Problem 400, 404, 412 as of the desk
   */
  @Transactional
  public Item decide(UUID id, boolean accept, @Nullable String text, int version, String by) {
    Suggestion suggestion = lock(id);
    if (accept) {
      String taken = text == null ? suggestion.text() : text;
      Edit edit = new Edit(suggestion.segment(), taken, true, version);
      desk.translate(suggestion.article(), suggestion.language(), edit, by);
    }
    Suggestion decided =
        suggestions.update(
            suggestion.decided(accept ? "accepted" : "rejected", by, clock.instant()));
    return items(List.of(decided)).getFirst();
  }

  @Override
  public void removed(UUID article) {
    suggestions.deleteByArticle(article);
  }

  private Suggestion lock(UUID id) {
    return suggestions.lock(id).orElseThrow(() -> Problem.notFound("There is no such suggestion."));
  }

  private List<Item> items(List<Suggestion> found) {
    Map<String, Optional<Translation>> known = new HashMap<>();
    return found.stream()
        .map(
            suggestion -> {
              Optional<Translation> translation =
                  known.computeIfAbsent(
                      suggestion.article() + " " + suggestion.language(),
                      key -> translation(suggestion));
              return new Item(
                  suggestion,
                  translation.map(t -> t.document().title()).orElse(""),
                  translation.map(t -> t.document().language()).orElse(""),
                  translation.flatMap(t -> t.line(suggestion.segment())).orElse(null));
            })
        .toList();
  }

  private Optional<Translation> translation(Suggestion suggestion) {
    return documents
        .known(suggestion.article())
        .map(document -> documents.translation(document, suggestion.language()));
  }
}
