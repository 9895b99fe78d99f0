package voxpop.translation.document;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import voxpop.kit.feed.FeedReading;
import voxpop.kit.problem.Problem;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Piece;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.SegmentRepository;
import voxpop.translation.segment.Target;
import voxpop.translation.segment.Targets;

/** Finds articles and their translations. */
@Singleton
public class Documents {
  private final DocumentRepository documents;
  private final SegmentRepository segments;
  private final Targets targets;
  private final Sites sites;
  private final Provider<FeedReading> feeds;
  private final ObjectMapper json;

  Documents(
      DocumentRepository documents,
      SegmentRepository segments,
      Targets targets,
      Sites sites,
      Provider<FeedReading> feeds,
      ObjectMapper json) {
    this.documents = documents;
    this.segments = segments;
    this.targets = targets;
    this.sites = sites;
    this.feeds = feeds;
    this.json = json;
  }

  /**
   * An article that readers can see. One that was published a moment ago is looked for in
   * article-service's feed.
   *
   * @throws Problem 404 if there is none, 409 if it has too many sentences
   */
  public Document published(UUID article) {
    Optional<Document> document = documents.findByArticle(article).filter(Document::published);
    if (document.isEmpty()) {
      feeds.get().catchUp(SourceChanges.ARTICLE_SERVICE);
      document = documents.findByArticle(article).filter(Document::published);
    }
    Document found =
        document.orElseThrow(() -> Problem.notFound("There is no published article with this id."));
    if (found.refusedRevision() != null) {
      throw Problem.conflict(
          "too-many-segments",
          "The article has more than "
              + String.format(Locale.ENGLISH, "%,d", Revising.MOST_SEGMENTS)
              + " sentences. Its translations stay as they are until it is shorter.");
    }
    return found;
  }

  /**
   * An article in a language, to look at. What has to be asked for elsewhere is asked before there
   * is a transaction: who waits for others must keep no connection from them.
   *
   * @throws Problem 404 if there is no such article, or the site doesn't speak the language
   */
  public Translation translation(UUID article, String language) {
    return translation(checked(published(article), language), language);
  }

  /** One sentence of a document in a language, without the others. */
  @Transactional
  public Optional<Line> line(Document document, String language, UUID segment) {
    return segments
        .findById(segment)
        .filter(one -> one.article().equals(document.article()) && one.place() != null)
        .map(
            one ->
                new Line(
                    one, targets.of(one, language).orElseGet(() -> Target.none(one, language))));
  }

  /** An article in a language, to change: until the end of the transaction nobody else does. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public Optional<Translation> locked(UUID article, String language) {
    return documents.lock(article).map(document -> translation(document, language));
  }

  /** The same with some of its sentences only, as far as they are still there. */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public Optional<Translation> locked(UUID article, String language, Collection<UUID> sentences) {
    return documents
        .lock(article)
        .map(
            document ->
                translation(
                    document,
                    language,
                    sentences.isEmpty()
                        ? List.of()
                        : segments.findByIdInAndPlaceIsNotNull(sentences),
                    targets.of(sentences, language)));
  }

  /**
   * The same for a person, who is told if it isn't there.
   *
   * @throws Problem 404
   */
  @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
  public Translation lockedForPerson(UUID article, String language) {
    checked(published(article), language);
    return locked(article, language)
        .orElseThrow(() -> Problem.notFound("There is no such article."));
  }

  /** An article and a language that it can be translated into. */
  public Document checked(Document document, String language) {
    if (document.language().equals(language)) {
      throw Problem.notFound(
          "The article is written in this language: there is nothing to translate.");
    }
    if (!sites.site().languages().contains(language)) {
      throw Problem.notFound("The site has no pages in the language “" + language + "”.");
    }
    return document;
  }

  /** An article, whether readers can see it or not. */
  @Transactional
  public Optional<Document> known(UUID article) {
    return documents.findByArticle(article);
  }

  /** What stands around a document's sentences. */
  public List<Piece> skeleton(Document document) {
    try {
      return json.readValue(document.skeleton(), Argument.listOf(Piece.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document in a language, as it is now. */
  @Transactional
  public Translation translation(Document document, String language) {
    return translation(
        document,
        language,
        segments.findByArticleAndPlaceIsNotNullOrderByPlace(document.article()),
        targets.of(document.article(), language));
  }

  /** A document in several languages, as it is now. */
  @Transactional
  public List<Translation> translations(Document document, Collection<String> languages) {
    List<Segment> text = segments.findByArticleAndPlaceIsNotNullOrderByPlace(document.article());
    Map<String, List<Target>> known =
        targets.of(document.article()).stream().collect(Collectors.groupingBy(Target::language));
    return languages.stream()
        .map(
            language ->
                translation(document, language, text, known.getOrDefault(language, List.of())))
        .toList();
  }

  private static Translation translation(
      Document document, String language, List<Segment> text, List<Target> targets) {
    Map<UUID, Target> known =
        targets.stream().collect(Collectors.toMap(Target::segment, Function.identity()));
    List<Line> lines =
        text.stream()
            .map(
                segment -> {
                  Target target = known.get(segment.id());
                  return new Line(
                      segment, target == null ? Target.none(segment, language) : target);
                })
            .toList();
    return new Translation(document, language, lines);
  }
}
