package voxpop.translation.job;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/**
 * Which article's turn it is: the newest, and what readers take to. Each doubling of an article's
 * recommendations counts as if it were a day newer. Recommendations are what article-service tells
 * of readers in its feed; page reads are told by nobody.
 */
@Singleton
public class Priorities {
  private static final double DAY = Duration.ofDays(1).toMillis();

  /** The time of a UUIDv7 is in its first 48 bits (RFC 9562, 5.7). */
  private static final int TIME = 16;

  private final JdbcOperations jdbc;
  private final TaskRepository tasks;

  Priorities(JdbcOperations jdbc, TaskRepository tasks) {
    this.jdbc = jdbc;
    this.tasks = tasks;
  }

  /** Takes in how often an article is recommended; what is queued of it moves. */
  @Transactional
  public void recommended(UUID article, long times) {
    jdbc.prepareStatement(
        "INSERT INTO popularity (article, recommendations) VALUES (?, ?) ON DUPLICATE KEY UPDATE"
            + " recommendations = VALUES(recommendations)",
        sql -> {
          sql.setBytes(1, UuidBytes.bytes(article));
          sql.setLong(2, times);
          return sql.executeUpdate();
        });
    tasks.prioritise(article, of(article, times));
  }

  @Transactional
  public void forget(UUID article) {
    jdbc.prepareStatement(
        "DELETE FROM popularity WHERE article = ?",
        sql -> {
          sql.setBytes(1, UuidBytes.bytes(article));
          return sql.executeUpdate();
        });
  }

  @Transactional
  long of(UUID article) {
    long times =
        jdbc.prepareStatement(
            "SELECT recommendations FROM popularity WHERE article = ?",
            sql -> {
              sql.setBytes(1, UuidBytes.bytes(article));
              try (ResultSet row = sql.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
              }
            });
    return of(article, times);
  }

  static long of(UUID article, long recommendations) {
    long made = article.version() == 7 ? article.getMostSignificantBits() >>> TIME : 0;
    double doublings = Math.log1p(Math.max(0, recommendations)) / Math.log(2);
    return made + Math.round(doublings * DAY);
  }
}
