package voxpop.gateway.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.Discussion;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;

/**
 * What readers add to an article: its count and its comments. They are the same in every language,
 * and asked for once for all pages of an article that are renewed together.
 */
@Singleton
class Pulse {
  /**
   * @param asked when the question left, by {@link System#nanoTime}
   */
  record Beat(long recommendations, Discussion discussion, long asked) {}

  // The pages of one renewal are made one after the other.
  private final Cache<UUID, Beat> latest =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).maximumSize(10_000).build();

  private final ArticleService articles;
  private final CommentService comments;

  Pulse(ArticleService articles, CommentService comments) {
    this.articles = articles;
    this.comments = comments;
  }

  /**
   * As it was at a moment of {@link System#nanoTime} or later; empty when there is no such article
   * any more.
   *
   * @throws Unavailable if it can't be known now
   */
  Optional<Beat> since(UUID article, long moment) {
    Beat known = latest.getIfPresent(article);
    if (known != null && known.asked() - moment >= 0) {
      return Optional.of(known);
    }
    Optional<Beat> beat = take(article);
    beat.ifPresent(taken -> latest.put(article, taken));
    return beat;
  }

  private Optional<Beat> take(UUID article) {
    long asked = System.nanoTime();
    Discussion discussion = comments.discussion(Visitor.NOBODY, article, null);
    return articles
        .recommendation(Visitor.NOBODY, article)
        .map(recommendation -> new Beat(recommendation.count(), discussion, asked));
  }
}
