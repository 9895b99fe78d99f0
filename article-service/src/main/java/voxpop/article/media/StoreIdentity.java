package voxpop.article.media;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.sql.Connection;
import java.util.UUID;
import voxpop.article.Sql;

/**
 * Sees to it that database and pictures belong together: both carry the same identifier. A folder
 * that was mounted wrongly, or not at all, would otherwise show only later, as pictures that are
 * not there.
 */
@Context
class StoreIdentity {
  private static final String READ = "SELECT identifier FROM picture_store WHERE id = 1";

  private final MediaStore store;
  private final Sql sql;
  private final TransactionOperations<Connection> transactions;

  StoreIdentity(MediaStore store, Sql sql, TransactionOperations<Connection> transactions) {
    this.store = store;
    this.sql = sql;
    this.transactions = transactions;
  }

  /**
   * @throws ConfigurationException if the pictures are another database's, or not there
   */
  @PostConstruct
  void check() {
    try {
      String known = sql.one(READ, row -> row.getString(1)).orElse(null);
      compare(known == null ? agree() : known);
    } catch (IOException e) {
      throw new ConfigurationException(
          "VOXPOP_MEDIA_FOLDER or VOXPOP_MEDIA_BUCKET: %s can't be used: %s"
              .formatted(store.place(), e),
          e);
    }
  }

  /**
   * Settles the identifier of a new database; of several instances that start at once, the others
   * wait for the first one's row. Pictures that carry one already keep it: a start that was cut off
   * here is taken up again.
   */
  private String agree() throws IOException {
    String carried = store.identifier().orElse(null);
    return transactions.executeWrite(
        status -> {
          String wanted = carried == null ? UUID.randomUUID().toString() : carried;
          int made =
              sql.update("INSERT IGNORE INTO picture_store (id, identifier) VALUES (1, ?)", wanted);
          if (made == 0) {
            return sql.one(READ, row -> row.getString(1)).orElseThrow();
          }
          String settled = store.claim(wanted);
          sql.update("UPDATE picture_store SET identifier = ? WHERE id = 1", settled);
          return settled;
        });
  }

  private void compare(String known) throws IOException {
    String carried = store.identifier().orElse(null);
    if (carried == null) {
      throw new ConfigurationException(
          ("The database belongs to the pictures with the identifier %s, but %s carries none: it is"
               + " not the one with this site's pictures, or not mounted. If it is right and only"
               + " the file %s is missing, write that identifier into it.")
              .formatted(known, store.place(), MediaStore.IDENTIFIER));
    }
    if (!carried.equals(known)) {
      throw new ConfigurationException(
          ("The database belongs to the pictures with the identifier %s, but %s carries %s: it has"
                  + " another site's pictures. Name the right one with VOXPOP_MEDIA_FOLDER or"
                  + " VOXPOP_MEDIA_BUCKET.")
              .formatted(known, store.place(), carried));
    }
  }
}
