package voxpop.article;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import voxpop.kit.feed.Changes;
import voxpop.kit.id.Ids;

/** Puts articles where tests of what is done with them find them, as publishing leaves them. */
@Singleton
public class Shelf {
  private final TransactionOperations<Connection> transactions;
  private final Sql sql;
  private final Changes changes;

  Shelf(TransactionOperations<Connection> transactions, Sql sql, Changes changes) {
    this.transactions = transactions;
    this.sql = sql;
    this.changes = changes;
  }

  /** What an article-service needs to start, with folders of its own. */
  public static Map<String, String> settings() {
    return Map.of(
        // it has its own keys, whose private half the tests know
        "voxpop.test.keys",
        "false",
        "voxpop.admin.email",
        "anna@example.org",
        "voxpop.admin.password",
        "correct horse battery staple",
        "voxpop.media.folder",
        "target/media-" + UUID.randomUUID(),
        "voxpop.search.folder",
        "target/search-" + UUID.randomUUID());
  }

  public UUID published(String language, String title, String text, String... topics) {
    UUID article = Ids.next();
    transactions.executeWrite(
        status -> {
          sql.update(
              "INSERT INTO article (id, kind, language, author_id, status, comments,"
                  + " newest_revision, published_revision, correction, published_at, version,"
                  + " created_at, updated_at) VALUES (?, 'POST', ?, ?, 'PUBLISHED', 'OPEN', 1, 1,"
                  + " FALSE, ?, 1, ?, ?)",
              article,
              language,
              author(),
              Instant.now(),
              Instant.now(),
              Instant.now());
          int position = 0;
          for (String topic : topics) {
            sql.update(
                "INSERT IGNORE INTO topic (id, slug, language, created_at) VALUES (?, ?, ?, ?)",
                UUID.nameUUIDFromBytes(topic.getBytes()),
                topic,
                language,
                Instant.now());
            sql.update(
                "INSERT INTO article_topic (article_id, position, topic_id) VALUES (?, ?, ?)",
                article,
                position++,
                UUID.nameUUIDFromBytes(topic.getBytes()));
          }
          write(article, language, title, text);
          return tell(article, "published");
        });
    return article;
  }

  public void translated(UUID article, String language, String title, String text) {
    transactions.executeWrite(
        status -> {
          write(article, language, title, text);
          return tell(article, "published");
        });
  }

  public void rewritten(UUID article, String language, String title, String text) {
    transactions.executeWrite(
        status -> {
          sql.update(
              "UPDATE edition SET title = ?, html = ? WHERE article_id = ? AND language = ?",
              title,
              "<p>" + text + "</p>",
              article,
              language);
          return tell(article, "published");
        });
  }

  public void withdrawn(UUID article) {
    transactions.executeWrite(
        status -> {
          sql.update("UPDATE article SET status = 'WITHDRAWN' WHERE id = ?", article);
          sql.update(
              "UPDATE edition SET visible = FALSE, listed = FALSE WHERE article_id = ?", article);
          sql.update(
              "INSERT IGNORE INTO slug (language, slug, article_id, created_at) SELECT language,"
                  + " slug, article_id, published_at FROM edition WHERE article_id = ?",
              article);
          return tell(article, "withdrawn");
        });
  }

  /** For good: only its old addresses are known. */
  public void removed(UUID article) {
    withdrawn(article);
    transactions.executeWrite(
        status -> {
          sql.update("DELETE FROM edition WHERE article_id = ?", article);
          sql.update("DELETE FROM article WHERE id = ?", article);
          changes.recordRemoval(
              "voxpop.article", article.toString(), Map.of("article", article.toString()));
          return article;
        });
  }

  private void write(UUID article, String language, String title, String text) {
    sql.update(
        "INSERT INTO edition (article_id, language, slug, title, summary, html, origin, status,"
            + " source_revision, words, author_id, taken_back, visible, listed, published_at,"
            + " updated_at) VALUES (?, ?, ?, ?, '', ?, 'ORIGINAL', 'CURRENT', 1, 1, ?, FALSE, TRUE,"
            + " TRUE, ?, ?)",
        article,
        language,
        "a-" + article,
        title,
        "<p>" + text + "</p>",
        author(),
        Instant.now(),
        Instant.now());
  }

  private UUID author() {
    return sql.one("SELECT id FROM author LIMIT 1", row -> Sql.uuid(row, "id")).orElseThrow();
  }

  private int tell(UUID article, String status) {
    changes.record(
        "voxpop.article",
        article.toString(),
        Map.of("article", article.toString(), "status", status, "editions", List.of()));
    return 1;
  }
}
