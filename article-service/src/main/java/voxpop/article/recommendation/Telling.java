package voxpop.article.recommendation;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.article.Sql;
import voxpop.kit.feed.Changes;

/**
 * Tells the other programs of counts that have changed: soon, but of no article more than once a
 * second, however many instances there are. A count that changes while it is being told is marked
 * again, so the last state is always told.
 */
@Singleton
class Telling {
  /** Articles told of in one transaction. */
  private static final int AT_ONCE = 500;

  private static final UUID START = new UUID(0, 0);

  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  private final TransactionOperations<Connection> transactions;
  private final Sql sql;
  private final Changes changes;
  private final Allowance allowance;
  private final RecommendationCounts counts;

  /** Where the last round ended: when there are more than a round takes, all have their turn. */
  private volatile UUID last = START;

  private volatile boolean failed;

  Telling(
      TransactionOperations<Connection> transactions,
      Sql sql,
      Changes changes,
      Allowance allowance,
      RecommendationCounts counts) {
    this.transactions = transactions;
    this.sql = sql;
    this.changes = changes;
    this.allowance = allowance;
    this.counts = counts;
  }

  @Scheduled(fixedDelay = "200ms")
  void look() {
    try {
      List<UUID> changed = changed();
      if (!changed.isEmpty()) {
        transactions.executeWrite(
            status -> {
              if (isMyTurn()) {
                tell(changed);
                last = changed.getLast();
              }
              return changed.size();
            });
      }
      failed = false;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.warn("Recommendations are told of later: {}", e.toString());
      }
      failed = true;
    }
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "5m")
  void forget() {
    allowance.forgetPastDays();
  }

  private List<UUID> changed() {
    List<UUID> found = changedAfter(last);
    if (found.isEmpty() && !last.equals(START)) {
      last = START;
      found = changedAfter(START);
    }
    return found;
  }

  private List<UUID> changedAfter(UUID article) {
    return sql.list(
        "SELECT DISTINCT article_id FROM recommendation_count WHERE untold = TRUE AND article_id >"
            + " ? ORDER BY article_id LIMIT "
            + AT_ONCE,
        row -> Sql.uuid(row, "article_id"),
        article);
  }

  /**
   * The row stays locked until what is told is committed; another instance then finds that a second
   * isn't over.
   */
  private boolean isMyTurn() {
    return sql.update(
            "UPDATE recommendation_telling SET told_at = NOW(6)"
                + " WHERE id = 1 AND told_at <= NOW(6) - INTERVAL 1 SECOND")
        > 0;
  }

  /**
   * The marks are taken off before the sum is read: this waits for writers that hold one of the
   * rows, and who comes later marks it anew. By the primary key, because that is the order in which
   * writers take their locks.
   */
  private void tell(List<UUID> articles) {
    String marks = Sql.marks(articles);
    sql.update(
        "UPDATE recommendation_count FORCE INDEX (PRIMARY) SET untold = FALSE"
            + " WHERE article_id IN ("
            + marks
            + ") AND untold = TRUE",
        articles.toArray());
    SortedMap<String, Map<String, Object>> told = new TreeMap<>();
    counts
        .of(articles)
        .forEach(
            (article, count) ->
                told.put(
                    article + "/recommendations",
                    Map.of("article", article.toString(), "count", count)));
    changes.recordAll("voxpop.recommendations", told);
  }
}
