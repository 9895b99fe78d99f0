package voxpop.comment.comment;

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
import voxpop.comment.comment.ThreadNewsRepository.Note;
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

  /** Articles told of in one transaction: those who write there wait some milliseconds. */
  private static final int AT_ONCE = 200;

  private static final UUID START = new UUID(0, 0);

  private final ThreadNewsRepository notes;
  private final ToldThreads table;
  private final Tallies tallies;
  private final Changes changes;
  private final TransactionOperations<Connection> transactions;
  private volatile boolean failing;

  ThreadNews(
      ThreadNewsRepository notes,
      ToldThreads table,
      Tallies tallies,
      Changes changes,
      TransactionOperations<Connection> transactions) {
    this.notes = notes;
    this.table = table;
    this.tallies = tallies;
    this.changes = changes;
    this.transactions = transactions;
  }

  /** Notes a change within its transaction. */
  void note(UUID article) {
    notes.save(new Note(Ids.next(), article));
  }

  @Scheduled(fixedDelay = "100ms")
  void tell() {
    try {
      List<UUID> noted;
      UUID last = START;
      do {
        noted = notes.articlesAfter(last, AT_ONCE).stream().map(Note::articleId).toList();
        if (!noted.isEmpty()) {
          last = noted.getLast();
          tell(noted);
        }
      } while (noted.size() == AT_ONCE);
      failing = false;
    } catch (RuntimeException away) {
      if (!failing) {
        LOG.warn("News of threads wait: {}", away.toString());
      }
      failing = true;
    }
  }

  private void tell(List<UUID> articles) {
    transactions.executeWrite(
        status -> {
          table.begin(articles);
          List<UUID> due = table.due(articles);
          if (due.isEmpty()) {
            status.setRollbackOnly();
            return false;
          }
          table.forget(due);
          table.told(due);
          // What was noted is committed, so that the counts that are read now have it.
          SortedMap<String, Map<String, Object>> news = new TreeMap<>();
          tallies
              .published(due)
              .forEach(
                  (article, total) ->
                      news.put(
                          article.toString(),
                          Map.of("article", article.toString(), "total", total)));
          changes.recordAll(TYPE, news);
          return true;
        });
  }
}
