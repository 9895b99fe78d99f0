package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says whether what was made of this service's tables is still as they are, for who keeps it in
 * memory. Each change is in the feed by the transaction that made it, whichever instance that was;
 * so who asks for the {@link #HEAD} anew each time, and for {@link #ROWS} where it isn't as known,
 * and is told of no change of a subject, has what is committed at that moment. That is exact, other
 * than following the feed, which comes later.
 */
@Singleton
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
public class FeedTail {
  /** Changes that one look takes in; who finds as many may have missed some. */
  static final int MOST = 200;

  /**
   * Tables of which one row says whether there is anything new: {@code h.position}, and {@code
   * f.id} where something is committed that has no position yet.
   */
  public static final String HEAD =
      "feed_head h LEFT JOIN feed_change f FORCE INDEX (feed_change_position) ON f.position IS"
          + " NULL";

  /** What is new beyond {@link #known}, the one parameter. */
  public static final String ROWS =
      "SELECT type, subject, position FROM feed_change FORCE INDEX (feed_change_position) WHERE"
          + " position > ? OR position IS NULL ORDER BY position LIMIT "
          + MOST;

  /** Subjects that are remembered: a few megabytes. */
  private static final int REMEMBERED = 10_000;

  private static final TransactionDefinition OWN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;

  /** Of each type, and of each subject with its type before it, the last position heard of. */
  private final Map<String, Long> last = new HashMap<>();

  private long known = -1;

  /** Of what came up to this, the subjects are forgotten. */
  private long forgotten;

  FeedTail(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /**
   * One of {@link #ROWS}.
   *
   * @param position 0 where there is none yet
   */
  public record Row(String type, String subject, long position) {}

  /** A subject as {@link #isAsOf} takes it; a type by itself stands for all of its subjects. */
  public static String subject(String type, String subject) {
    return type + " " + subject;
  }

  /**
   * How far the feed is known here: the parameter of {@link #ROWS}, and the age of what is read
   * from the tables after this call.
   */
  public long known() {
    synchronized (last) {
      if (known >= 0) return known;
    }
    long head = transactions.execute(OWN, status -> head(status.getConnection()));
    synchronized (last) {
      if (known < 0) {
        known = head;
        forgotten = head;
      }
      return known;
    }
  }

  /**
   * Whether there is nothing new to be asked for.
   *
   * @param position of the {@link #HEAD}
   * @param unplaced whether something is committed that has no position yet
   */
  public boolean isTakenIn(long position, boolean unplaced) {
    return !unplaced && position <= known();
  }

  /**
   * Whether nothing of these subjects has changed since.
   *
   * @param since what {@link #known} said before they were read
   * @param rows all that {@link #ROWS} answered just now; none if there is nothing new
   */
  public boolean isAsOf(long since, Collection<String> subjects, List<Row> rows) {
    synchronized (last) {
      if (!rows.isEmpty()) learn(rows);
      return rows.size() < MOST
          && since >= forgotten
          && subjects.stream().allMatch(subject -> last.getOrDefault(subject, -1L) <= since)
          && rows.stream().noneMatch(row -> row.position() == 0 && names(subjects, row));
    }
  }

  private void learn(List<Row> rows) {
    for (Row row : rows) {
      if (row.position() > 0) {
        last.merge(row.type(), row.position(), Math::max);
        last.merge(subject(row.type(), row.subject()), row.position(), Math::max);
        known = Math.max(known, row.position());
      }
    }
    if (last.size() > REMEMBERED) {
      last.clear();
      forgotten = known;
    }
  }

  private static boolean names(Collection<String> subjects, Row row) {
    return subjects.contains(row.type()) || subjects.contains(subject(row.type(), row.subject()));
  }

  private static long head(Connection connection) throws SQLException {
    try (PreparedStatement sql =
            connection.prepareStatement("SELECT position FROM feed_head WHERE id = 1");
        ResultSet row = sql.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
