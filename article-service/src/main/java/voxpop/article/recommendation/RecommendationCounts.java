package voxpop.article.recommendation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import voxpop.article.Sql;
import voxpop.kit.feed.FeedTail;

/** How many readers recommend articles, for pages and lists. */
@Singleton
public class RecommendationCounts {
  private final Sql sql;

  RecommendationCounts(Sql sql) {
    this.sql = sql;
  }

  /** The counts of these articles, in one query; 0 where nobody does. */
  public Map<UUID, Long> of(Collection<UUID> articles) {
    Set<UUID> wanted = new LinkedHashSet<>(articles);
    Map<UUID, Long> counts = new HashMap<>();
    wanted.forEach(article -> counts.put(article, 0L));
    if (!wanted.isEmpty()) {
      sql.list(
          rows(wanted),
          row -> counts.put(Sql.uuid(row, "subject"), row.getLong("position")),
          wanted.toArray());
    }
    return counts;
  }

  /**
   * The question for the counts of so many articles, in the columns of {@link FeedTail#ROWS} with
   * an empty type: the two can be asked as one. Articles that nobody recommends are left out.
   */
  public static String rows(Collection<UUID> articles) {
    return "SELECT '' AS type, article_id AS subject, SUM(readers) AS position FROM"
        + " recommendation_count WHERE article_id IN ("
        + Sql.marks(articles)
        + ") GROUP BY article_id";
  }
}
