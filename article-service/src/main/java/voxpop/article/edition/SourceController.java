package voxpop.article.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.article.Article;
import voxpop.article.article.ArticleRepository;
import voxpop.article.article.Revision;
import voxpop.article.article.RevisionTable;
import voxpop.article.site.CommentRule;

/** What translation-service translates: the published revision, as its writer left it. */
@Controller("/sources")
class SourceController {

  private final ArticleRepository articles;
  private final RevisionTable revisions;

  SourceController(ArticleRepository articles, RevisionTable revisions) {
    this.articles = articles;
    this.revisions = revisions;
  }

  /** The summary is null where nobody wrote one: a cut from the text is no text of its own. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Source(
      UUID article,
      int revision,
      String language,
      String title,
      @Nullable String summary,
      String html,
      boolean correction,
      CommentRule comments) {

    Source(Article article, Revision revision) {
      this(
          article.id(),
          revision.number(),
          article.language(),
          revision.title(),
          revision.summary(),
          revision.html(),
          article.correction(),
          article.comments());
    }
  }

  @Get("/{article}")
  Optional<Source> show(UUID article) {
    return articles
        .findById(article)
        .filter(Article::isPublished)
        .flatMap(
            found ->
                Optional.ofNullable(found.publishedRevision())
                    .flatMap(number -> revisions.find(article, number))
                    .map(revision -> new Source(found, revision)));
  }
}
