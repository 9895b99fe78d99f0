package voxpop.article.article;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.article.Sql;

/** The revisions, keyed by article and number. */
@Singleton
public class RevisionTable {

  private final Sql sql;

  RevisionTable(Sql sql) {
    this.sql = sql;
  }

  void save(Revision revision) {
    sql.update(
        "INSERT INTO revision (article_id, number, author_id, title, summary, slug, topics, format,"
            + " body, html, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        revision.article(),
        revision.number(),
        revision.author(),
        revision.title(),
        revision.summary(),
        revision.slug(),
        String.join("\n", revision.topics()),
        revision.format(),
        revision.body(),
        revision.html(),
        revision.createdAt());
  }

  public Optional<Revision> find(UUID article, int number) {
    return sql.one(
        "SELECT * FROM revision WHERE article_id = ? AND number = ?",
        RevisionTable::read,
        article,
        number);
  }

  /** One that is known to be there. */
  Revision get(UUID article, int number) {
    return find(article, number)
        .orElseThrow(
            () -> new IllegalStateException("article " + article + " lacks revision " + number));
  }

  /** A revision was given to readers; said twice, the first time counts. */
  void published(UUID article, int number, boolean correction) {
    sql.update(
        "INSERT IGNORE INTO publication (article_id, revision, correction) VALUES (?, ?, ?)",
        article,
        number,
        correction);
  }

  /** A revision as readers got it. */
  public record Publication(int revision, boolean correction) {}

  /** What readers got after a revision and up to another one, the oldest first. */
  public List<Publication> publications(UUID article, int after, int upTo) {
    return sql.list(
        "SELECT revision, correction FROM publication WHERE article_id = ? AND revision > ? AND"
            + " revision <= ? ORDER BY revision",
        row -> new Publication(row.getInt("revision"), row.getBoolean("correction")),
        article,
        after,
        upTo);
  }

  void deleteOf(UUID article) {
    sql.update("DELETE FROM publication WHERE article_id = ?", article);
    sql.update("DELETE FROM revision WHERE article_id = ?", article);
  }

  private static Revision read(ResultSet row) throws SQLException {
    var topics = row.getString("topics");
    return new Revision(
        Sql.uuid(row, "article_id"),
        row.getInt("number"),
        Sql.uuid(row, "author_id"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("slug"),
        topics.isEmpty() ? List.of() : Arrays.asList(topics.split("\n", -1)),
        Format.valueOf(row.getString("format")),
        row.getString("body"),
        row.getString("html"),
        Sql.instant(row, "created_at"));
  }
}
