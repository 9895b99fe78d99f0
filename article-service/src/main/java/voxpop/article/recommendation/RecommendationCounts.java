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
  /**
   * Joined to one row, this has an {@code u.article_id} where any count has changed of which the
   * feed doesn't tell yet; whatever else has changed is in the feed as {@link #subject}.
   */
  public static final String UNTOLD =
      "recommendation_count u FORCE INDEX (recommendation_count_untold) ON u.untold = TRUE";

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
          "SELECT article_id, SUM(readers) FROM recommendation_count WHERE article_id IN ("
              + Sql.marks(wanted)
              + ") GROUP BY article_id",
          row -> counts.put(Sql.uuid(row, "article_id"), row.getLong(2)),
          wanted.toArray());
    }
    return counts;
  }

  /** An article's count, as {@link FeedTail} has it. */
  public static String subject(UUID article) {
    return FeedTail.subject("voxpop.recommendations", article + "/recommendations");
  }
}
