package voxpop.article.article;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.article.Sql;

/**
 * Publishes what is due, each second, on every instance: the article's row decides which of them
 * does it.
 */
@Singleton
class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  /**
   * At most this many at a time, so that a festival of articles at noon doesn't keep one second's
   * run for minutes.
   */
  private static final int AT_ONCE = 50;

  private final Sql sql;
  private final Publishing publishing;
  private final Clock clock;

  Schedule(Sql sql, Publishing publishing, Clock clock) {
    this.sql = sql;
    this.publishing = publishing;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "1s")
  void publishDue() {
    var due =
        sql.list(
            "SELECT id FROM article WHERE publish_at <= ? ORDER BY publish_at LIMIT ?",
            row -> Sql.uuid(row, "id"),
            clock.instant(),
            AT_ONCE);
    for (var id : due) {
      try {
        publishing.publishIfDue(id);
      } catch (RuntimeException failure) {
        // the next run tries again; the others don't wait for it
        LOG.error("Publishing article {} at its time failed and is tried again", id, failure);
      }
    }
  }

  /** A caller that asks again does so within minutes, not days. */
  @Scheduled(fixedDelay = "1h", initialDelay = "3m")
  void forgetCreations() {
    sql.update(
        "DELETE FROM creation WHERE created_at < ? LIMIT 10000",
        clock.instant().minus(Duration.ofDays(1)));
  }
}
