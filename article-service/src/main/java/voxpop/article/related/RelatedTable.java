package voxpop.article.related;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;

/** The stored lists. */
@Singleton
class RelatedTable {
  private final Sql sql;

  RelatedTable(Sql sql) {
    this.sql = sql;
  }

  /** Newest editions in a language, to fill up with. */
  List<UUID> newest(String language, int limit) {
    return sql.list(
        "SELECT article_id FROM edition WHERE language = ? AND listed = 1"
            + " ORDER BY published_at DESC, article_id DESC LIMIT ?",
        row -> Sql.uuid(row, "article_id"),
        language,
        limit);
  }

  List<UUID> stored(UUID article, String language) {
    return sql.list(
        "SELECT other_id FROM related WHERE article_id = ? AND language = ? ORDER BY position",
        row -> Sql.uuid(row, "other_id"),
        article,
        language);
  }

  /** An article's list in one language. */
  record Key(UUID article, String language) {}

  /** The lists that show an article; not more than {@code limit}. */
  List<Key> showing(UUID other, int limit) {
    return sql.list(
        "SELECT article_id, language FROM related WHERE other_id = ? LIMIT ?",
        row -> new Key(Sql.uuid(row, "article_id"), row.getString("language")),
        other,
        limit);
  }

  /** The language in which readers can see the article: the one asked for, or its own. */
  Optional<String> readable(UUID article, @Nullable String language) {
    return sql.one(
        "SELECT e.language FROM article a JOIN edition e"
            + " ON e.article_id = a.id AND e.language = COALESCE(?, a.language) AND e.visible = 1"
            + " WHERE a.id = ?",
        row -> row.getString("language"),
        language,
        article);
  }

  /** The languages in which lists show an article. */
  Set<String> listed(UUID article) {
    return Set.copyOf(
        sql.list(
            "SELECT language FROM edition WHERE article_id = ? AND listed = 1",
            row -> row.getString("language"),
            article));
  }

  /** The languages in which an article has a list. */
  List<String> languages(UUID article) {
    return sql.list(
        "SELECT DISTINCT language FROM related WHERE article_id = ?",
        row -> row.getString("language"),
        article);
  }

  void replace(UUID article, String language, List<UUID> others) {
    sql.update("DELETE FROM related WHERE article_id = ? AND language = ?", article, language);
    for (int i = 0; i < others.size(); i++) {
      sql.update(
          "INSERT INTO related (article_id, language, position, other_id) VALUES (?, ?, ?, ?)",
          article,
          language,
          i,
          others.get(i));
    }
  }

  void clear() {
    sql.update("DELETE FROM related");
  }
}
