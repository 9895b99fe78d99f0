package voxpop.comment.article;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.feed.FeedReading;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.problem.Problem;
import voxpop.kit.together.Packet;

/** The articles that can be talked about. */
@Singleton
public class Articles {
  private static final Logger LOG = LoggerFactory.getLogger(Articles.class);

  /** Articles that are written to at one time, each in some hundred bytes. */
  private static final int REMEMBERED = 10_000;

  private final ArticleRepository known;
  private final FeedReading feeds;
  private final Cache<UUID, KnownArticle> remembered =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

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

  /**
   * An article that takes comments, as it was when somebody last wrote below it here: who stores
   * something below it looks whether it still is that.
   *
   * @throws Problem as {@link #published} and {@link KnownArticle#open}, of the article as it is
   *     now
   */
  public KnownArticle probablyOpen(UUID id) {
    KnownArticle last = remembered.getIfPresent(id);
    if (last != null) {
      return last;
    }
    KnownArticle now = published(id).open();
    remembered.put(id, now);
    return now;
  }

  /** Asks for articles as they are now, within somebody's transaction. */
  public void look(Packet packet, Collection<UUID> ids, Consumer<KnownArticle> found) {
    packet.ask(
        "SELECT a.id, a.status, a.comments, a.language, s.comments, s.language, s.languages"
            + " FROM article a LEFT JOIN site s ON s.id = 1 WHERE a.id IN ("
            + Packet.times(ids.size(), "?", ",")
            + ")",
        List.copyOf(ids),
        row -> found.accept(article(row)));
  }

  private static KnownArticle article(ResultSet row) throws SQLException {
    String siteComments = row.getString(5);
    return new KnownArticle(
        UuidBytes.uuid(row.getBytes(1)),
        row.getString(2),
        CommentRule.valueOf(row.getString(3)),
        row.getString(4),
        siteComments == null ? null : CommentRule.valueOf(siteComments),
        row.getString(6),
        row.getString(7));
  }

  /** What is remembered of an article isn't true any more. */
  public void forget(UUID id) {
    remembered.invalidate(id);
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
