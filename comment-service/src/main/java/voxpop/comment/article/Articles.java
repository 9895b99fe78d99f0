package voxpop.comment.article;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.feed.FeedReading;
import voxpop.kit.problem.Problem;

/** The articles that can be talked about. */
@Singleton
public class Articles {
  private static final Logger LOG = LoggerFactory.getLogger(Articles.class);

  private final ArticleRepository known;
  private final FeedReading feeds;

  Articles(ArticleRepository known, FeedReading feeds) {
    this.known = known;
    this.feeds = feeds;
  }

  /**
   * The published article with this identifier. One that isn't known as published may just have
   * become so: the feed is read to its end once before the answer is no. Not to be called within a
   * transaction.
   *
   * @throws Problem 404 if there is none, 410 if it was withdrawn, 503 if article-service must be
   *     asked and doesn't answer
   */
  public KnownArticle published(UUID id) {
    Optional<KnownArticle> article = known.find(id).filter(KnownArticle::isPublished);
    return article.orElseGet(() -> publishedMeanwhile(id));
  }

  private KnownArticle publishedMeanwhile(UUID id) {
    try {
      feeds.catchUp(ArticleChanges.SOURCE);
    } catch (RuntimeException away) {
      LOG.warn(
          "article-service can't be asked for an article that isn't known here: {}",
          away.toString());
      throw Problem.unavailable("Whether this article exists can't be found out at the moment.");
    }
    KnownArticle article =
        known.find(id).orElseThrow(() -> Problem.notFound("There is no such article."));
    if (article.status().equals("withdrawn")) {
      throw Problem.gone("This article was withdrawn.");
    }
    if (!article.isPublished()) {
      throw Problem.notFound("There is no such article.");
    }
    return article;
  }
}
