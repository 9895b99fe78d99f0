package voxpop.article.recommendation;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.kit.problem.Problem;
import voxpop.kit.together.SharedTransactions;

/**
 * A reader's recommendation and the count it is part of change together or not at all. The row that
 * is unique for article and reader decides which of several requests at once is the one that
 * counts.
 */
@Singleton
class Recommendations {
  /**
   * Rows that one article's count is spread over: as many readers as this write without waiting for
   * each other.
   */
  static final int SLOTS = 16;

  /**
   * Two transactions may be in each other's way; the database ends one of them, which is then done
   * again.
   */
  private static final int TRIES = 5;

  private final TransactionOperations<Connection> transactions;
  private final Sql sql;
  private final Allowance allowance;
  private final Clock clock;

  Recommendations(
      TransactionOperations<Connection> transactions, Sql sql, Allowance allowance, Clock clock) {
    this.transactions = transactions;
    this.sql = sql;
    this.allowance = allowance;
    this.clock = clock;
  }

  Recommendation seenBy(UUID article, byte @Nullable [] reader) {
    Standing standing = standing(article, reader);
    return new Recommendation(count(article), standing.recommended());
  }

  Recommendation give(UUID article, byte[] reader, byte[] network) {
    Optional<Integer> slot = allowance.anySlot();
    for (int i = 0; i < TRIES && slot.isPresent(); i++) {
      int tried = slot.get();
      Optional<Recommendation> given =
          inTransaction(status -> give(article, reader, network, tried, status));
      if (given.isPresent()) {
        return given.get();
      }
      slot = allowance.freeSlot(article, network);
    }
    throw Problem.tooMany(
        "Too many new readers recommended this from your network today.",
        allowance.untilTomorrow());
  }

  Recommendation takeBack(UUID article, byte[] reader) {
    return inTransaction(
        status -> {
          if (standing(article, reader).recommended()
              && sql.update(
                      "DELETE FROM recommendation WHERE article_id = ? AND reader = ?",
                      article,
                      reader)
                  > 0) {
            sql.update(
                "INSERT IGNORE INTO recommendation_withdrawn (day, article_id, reader) VALUES (?,"
                    + " ?, ?)",
                allowance.today(),
                article,
                reader);
            add(article, -1);
          }
          return new Recommendation(count(article), false);
        });
  }

  private Optional<Recommendation> give(
      UUID article, byte[] reader, byte[] network, int slot, TransactionStatus<Connection> status) {
    Standing standing = standing(article, reader);
    if (!standing.recommended()
        && sql.update(
                "INSERT IGNORE INTO recommendation (article_id, reader, created_at) VALUES (?, ?,"
                    + " ?)",
                article,
                reader,
                clock.instant())
            > 0) {
      if (!standing.tookBackToday() && !allowance.use(article, network, slot)) {
        status.setRollbackOnly();
        return Optional.empty();
      }
      add(article, 1);
    }
    return Optional.of(new Recommendation(count(article), true));
  }

  /**
   * What the database knows of the reader and the article, and whether readers can see it at all.
   */
  private Standing standing(UUID article, byte @Nullable [] reader) {
    Standing standing =
        sql.one(
                "SELECT a.status, EXISTS (SELECT 1 FROM edition e WHERE e.article_id = a.id AND"
                    + " e.visible), EXISTS (SELECT 1 FROM recommendation r WHERE r.article_id ="
                    + " a.id AND r.reader = ?), EXISTS (SELECT 1 FROM recommendation_withdrawn w"
                    + " WHERE w.day = ? AND w.article_id = a.id AND w.reader = ?) FROM article a"
                    + " WHERE a.id = ?",
                row ->
                    new Standing(
                        row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)),
                reader,
                allowance.today(),
                reader,
                article)
            .orElseThrow(() -> absent(article));
    if (standing.visible()) {
      return standing;
    }
    throw standing.status().equals("WITHDRAWN") ? withdrawn() : unknown();
  }

  /** Removed for good, or never there: the addresses that once led to it tell. */
  private Problem absent(UUID article) {
    return sql.one("SELECT 1 FROM slug WHERE article_id = ? LIMIT 1", row -> true, article)
            .isPresent()
        ? withdrawn()
        : unknown();
  }

  private record Standing(
      String status, boolean visible, boolean recommended, boolean tookBackToday) {}

  private void add(UUID article, int readers) {
    sql.update(
        "INSERT INTO recommendation_count (article_id, slot, readers, untold) VALUES (?, ?, ?,"
            + " TRUE) ON DUPLICATE KEY UPDATE readers = readers + ?, untold = TRUE",
        article,
        ThreadLocalRandom.current().nextInt(SLOTS),
        readers,
        readers);
  }

  private long count(UUID article) {
    return sql.one(
            "SELECT SUM(readers) FROM recommendation_count WHERE article_id = ?",
            row -> row.getLong(1),
            article)
        .orElse(0L);
  }

  private <T> T inTransaction(Function<TransactionStatus<Connection>, T> work) {
    for (int i = 1; ; i++) {
      try {
        return transactions.executeWrite(work::apply);
      } catch (RuntimeException e) {
        if (i == TRIES || !wasInTheWay(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean wasInTheWay(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && SharedTransactions.wasInTheWay(e)) {
        return true;
      }
    }
    return false;
  }

  private static Problem withdrawn() {
    return Problem.gone("This article was withdrawn.");
  }

  private static Problem unknown() {
    return Problem.notFound("There is no such article.");
  }
}
