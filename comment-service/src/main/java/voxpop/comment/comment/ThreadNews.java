package voxpop.comment.comment;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.feed.Changes;
import voxpop.kit.id.Ids;

/**
 * Tells the feed what readers see of a thread has changed. A change is noted in the transaction
 * that makes it, so none is lost; the notes become one event per article and second at most, made
 * by whichever instance comes first.
 */
@Singleton
class ThreadNews {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadNews.class);
  private static final String TYPE = "voxpop.thread";

  private final ThreadNewsRepository notes;
  private final Tallies tallies;
  private final Changes changes;
  private final TransactionOperations<Connection> transactions;
  private volatile boolean failing;

  ThreadNews(
      ThreadNewsRepository notes,
      Tallies tallies,
      Changes changes,
      TransactionOperations<Connection> transactions) {
    this.notes = notes;
    this.tallies = tallies;
    this.changes = changes;
    this.transactions = transactions;
  }

  /** Notes a change within its transaction. */
  void note(UUID article) {
    notes.save(new ThreadNewsRepository.Note(Ids.next(), article));
  }

  @Scheduled(fixedDelay = "100ms")
  void tell() {
    try {
      notes.firstOfEach().forEach(note -> tell(note.articleId()));
      failing = false;
    } catch (RuntimeException away) {
      if (!failing) {
        LOG.warn("News of threads wait: {}", away.toString());
      }
      failing = true;
    }
  }

  private void tell(UUID article) {
    transactions.executeWrite(
        status -> {
          notes.begin(article);
          if (notes.tell(article) == 0) {
            return false;
          }
          if (notes.forget(article) == 0) {
            status.setRollbackOnly();
            return false;
          }
          // What was noted is committed, so that the count that is read now has it.
          long total = tallies.published(article);
          changes.record(
              TYPE, article.toString(), Map.of("article", article.toString(), "total", total));
          return true;
        });
  }
}
