package voxpop.article.article;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.edition.ArticleChanges;
import voxpop.article.edition.Editions;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;

/**
 * Giving an article to readers, now or at a time, and taking it back: article, edition and change
 * in one transaction.
 */
@Singleton
class Publishing {

  /** Nobody plans beyond; databases know four digits of a year. */
  private static final Duration FARTHEST = Duration.ofDays(36_525);

  private final Writing writing;
  private final ArticleRepository articles;
  private final RevisionTable revisions;
  private final Editions editions;
  private final ArticleChanges changes;
  private final Clock clock;

  Publishing(
      Writing writing,
      ArticleRepository articles,
      RevisionTable revisions,
      Editions editions,
      ArticleChanges changes,
      Clock clock) {
    this.writing = writing;
    this.articles = articles;
    this.revisions = revisions;
    this.editions = editions;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Publishes the newest revision; said twice, it is done once.
   *
   * @param at a time to come, or null for now
   */
  @Transactional
  Article publish(
      Caller.Author author,
      UUID id,
      @Nullable Instant at,
      boolean correction,
      @Nullable Long expected) {
    var before = writing.lock(author, id);
    Writing.require(before, expected);
    var now = clock.instant();
    if (at != null && at.isAfter(now.plus(FARTHEST))) {
      throw Problem.invalid("at", "is more than a hundred years away");
    }
    if (at != null && at.isAfter(now)) {
      var scheduled = before.scheduled(at, correction, now);
      articles.update(scheduled);
      changes.record(scheduled);
      return scheduled;
    }
    return isDone(before) ? before : publish(before, correction, now);
  }

  /**
   * Publishes what is due, if it still is: another instance may have done it, or the writer thought
   * again.
   */
  @Transactional
  void publishIfDue(UUID id) {
    var now = clock.instant();
    articles
        .lock(id)
        .filter(article -> article.publishAt() != null && !article.publishAt().isAfter(now))
        .ifPresent(article -> publish(article, article.correction(), now));
  }

  /** Takes an article back from readers; what was only planned is planned no more. */
  @Transactional
  void withdraw(Caller.Author author, UUID id) {
    var before = writing.lock(author, id);
    if (before.status() == Status.WITHDRAWN || before.status() == Status.DRAFT) return;
    var after = before.withdrawn(clock.instant());
    articles.update(after);
    editions.hide(after);
    changes.record(after);
  }

  private Article publish(Article before, boolean correction, Instant now) {
    var after = before.published(correction, now);
    articles.update(after);
    revisions.published(after.id(), after.newestRevision(), correction);
    editions.publish(after, revisions.get(after.id(), after.newestRevision()));
    changes.record(after);
    return after;
  }

  private static boolean isDone(Article article) {
    return article.isPublished()
        && article.publishAt() == null
        && Integer.valueOf(article.newestRevision()).equals(article.publishedRevision());
  }
}
