package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.article.Article;
import voxpop.article.article.ArticleRepository;
import voxpop.article.article.Revision;
import voxpop.article.article.RevisionTable;
import voxpop.article.article.RevisionTable.Publication;
import voxpop.article.site.CommentRule;
import voxpop.article.wording.Wording;
import voxpop.article.wording.Wordings;

/**
 * What translation-service translates: the published revision, as its writer left it, and what the
 * house itself says to readers.
 */
@Controller("/sources")
class SourceController {

  private final ArticleRepository articles;
  private final RevisionTable revisions;
  private final Wordings wordings;

  SourceController(ArticleRepository articles, RevisionTable revisions, Wordings wordings) {
    this.articles = articles;
    this.revisions = revisions;
    this.wordings = wordings;
  }

  /**
   * The summary is null where nobody wrote one: a cut from the text is no text of its own.
   *
   * @param kind post or page, topic, series, note or menu
   * @param titled whether the title is for readers, or only tells translators what this is
   * @param more whether readers have got a newer one since
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Source(
      UUID article,
      String kind,
      int revision,
      String language,
      String title,
      boolean titled,
      @Nullable String summary,
      String html,
      boolean correction,
      boolean more,
      CommentRule comments) {

    Source(Article article, Revision revision, boolean correction, boolean more) {
      this(
          article.id(),
          article.kind().word(),
          revision.number(),
          article.language(),
          revision.title(),
          true,
          revision.summary(),
          revision.html(),
          correction,
          more,
          article.comments());
    }

    Source(Wording wording) {
      this(
          wording.id(),
          wording.kind().word(),
          wording.revision(),
          wording.language(),
          wording.title(),
          wording.kind().titled(),
          null,
          wording.html(),
          false,
          false,
          CommentRule.CLOSED);
    }
  }

  /**
   * What to take over next.
   *
   * @param after the revision that the caller has; without one it wants the newest
   */
  @Get("/{article}{?after}")
  Optional<Source> show(UUID article, @QueryValue @Nullable Integer after) {
    return articles
        .findById(article)
        .filter(Article::isPublished)
        .flatMap(found -> source(found, after))
        .or(() -> wordings.find(article).map(Source::new));
  }

  private Optional<Source> source(Article article, @Nullable Integer after) {
    var newest = article.publishedRevision();
    if (newest == null) return Optional.empty();
    var next =
        after == null
            ? new Publication(newest, article.correction())
            : next(revisions.publications(article.id(), after, newest))
                .orElseGet(() -> new Publication(newest, article.correction()));
    return revisions
        .find(article.id(), next.revision())
        .map(
            revision -> new Source(article, revision, next.correction(), next.revision() < newest));
  }

  /**
   * The newest one that can be taken in one step: a correction is compared with exactly the text
   * that it corrects, so what came before it, and what came after, are steps of their own.
   */
  private static Optional<Publication> next(List<Publication> waiting) {
    if (waiting.isEmpty()) return Optional.empty();
    if (waiting.getFirst().correction()) return Optional.of(waiting.getFirst());
    return waiting.stream().takeWhile(publication -> !publication.correction()).reduce((a, b) -> b);
  }
}
