package voxpop.comment.comment;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import voxpop.kit.database.Binding;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.together.Packet;

/** When threads were last told of, several at once; whoever has begun holds their rows. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
class ToldThreads {
  private final JdbcOperations operations;

  ToldThreads(JdbcOperations operations) {
    this.operations = operations;
  }

  /**
   * Makes sure there are rows, and locks them for writing at once: two who first only read them
   * would wait for each other. In the order of the list.
   */
  void begin(List<UUID> articles) {
    update(
        "INSERT INTO thread_told (article_id, told_at) VALUES "
            + Packet.times(articles.size(), "(?,'2000-01-01')", ",")
            + " ON DUPLICATE KEY UPDATE told_at = told_at",
        articles);
  }

  /**
   * Those of which there still is something to tell and nothing was told for a second; the
   * database's clock is the same for all instances.
   */
  List<UUID> due(List<UUID> articles) {
    return operations.prepareStatement(
        "SELECT article_id FROM thread_told t WHERE article_id IN ("
            + marks(articles)
            + ") AND told_at <= NOW(6) - INTERVAL 1 SECOND"
            + " AND EXISTS (SELECT 1 FROM thread_news n WHERE n.article_id = t.article_id)",
        sql -> {
          Binding.bind(sql, articles.toArray());
          List<UUID> due = new ArrayList<>();
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
              due.add(UuidBytes.uuid(row.getBytes(1)));
            }
          }
          return due;
        });
  }

  /** Waits for notes that are just being written, so that what goes is committed. */
  void forget(List<UUID> articles) {
    update("DELETE FROM thread_news WHERE article_id IN (" + marks(articles) + ")", articles);
  }

  void told(List<UUID> articles) {
    update(
        "UPDATE thread_told SET told_at = NOW(6) WHERE article_id IN (" + marks(articles) + ")",
        articles);
  }

  private void update(String statement, List<UUID> articles) {
    operations.prepareStatement(
        statement,
        sql -> {
          Binding.bind(sql, articles.toArray());
          return sql.executeUpdate();
        });
  }

  private static String marks(List<UUID> articles) {
    return Packet.times(articles.size(), "?", ",");
  }
}
