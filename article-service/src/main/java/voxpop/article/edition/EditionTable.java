package voxpop.article.edition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import voxpop.article.Sql;

/**
 * Writes editions. Whoever does holds the article's row, so that nobody else writes editions of it.
 */
@Singleton
class EditionTable {

  static final String REF = "language, slug, title, origin, status, source_revision";

  /** A handful of an article: sorted here, not by the database, which would need a file for it. */
  private static final Comparator<EditionRef> ORIGINAL_FIRST =
      Comparator.comparing((EditionRef edition) -> edition.origin() != Origin.ORIGINAL)
          .thenComparing(EditionRef::language);

  private final Sql sql;
  private final MenuTopics menuTopics;

  EditionTable(Sql sql, MenuTopics menuTopics) {
    this.sql = sql;
    this.menuTopics = menuTopics;
  }

  Optional<Edition> find(UUID article, String language) {
    return sql.one(
        "SELECT * FROM edition WHERE article_id = ? AND language = ?",
        EditionTable::read,
        article,
        language);
  }

  void put(Edition edition, boolean isNew) {
    sql.update(
        isNew
            ? "INSERT INTO edition (slug, title, summary, html, origin, status, source_revision,"
                + " words, picture, author_id, taken_back, visible, listed, published_at,"
                + " updated_at, article_id, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?, ?)"
            : "UPDATE edition SET slug = ?, title = ?, summary = ?, html = ?, origin = ?, status ="
                + " ?, source_revision = ?, words = ?, picture = ?, author_id = ?, taken_back ="
                + " ?, visible = ?, listed = ?, published_at = ?, updated_at = ? WHERE article_id"
                + " = ? AND language = ?",
        edition.slug(),
        edition.title(),
        edition.summary(),
        edition.html(),
        edition.origin(),
        edition.status(),
        edition.sourceRevision(),
        edition.words(),
        edition.picture(),
        edition.author(),
        edition.takenBack(),
        edition.visible(),
        edition.listed(),
        edition.publishedAt(),
        edition.updatedAt(),
        edition.article(),
        edition.language());
  }

  /** Shows all editions of an article that translation-service hasn't taken back, or hides all. */
  void show(UUID article, boolean visible, boolean listed, Instant now) {
    sql.update(
        "UPDATE edition SET visible = ? AND NOT taken_back, listed = ? AND NOT taken_back,"
            + " updated_at = CASE WHEN visible = (? AND NOT taken_back) THEN updated_at ELSE ? END"
            + " WHERE article_id = ?",
        visible,
        listed,
        visible,
        now,
        article);
  }

  /** Puts the listed editions of an article into the lists of its topics, and out of all others. */
  void listByTopic(UUID article) {
    var before = menuTopics.of(article);
    sql.update("DELETE FROM edition_topic WHERE article_id = ?", article);
    sql.update(
        "INSERT INTO edition_topic (topic_id, language, published_at, article_id)"
            + " SELECT t.topic_id, e.language, e.published_at, e.article_id FROM article_topic t"
            + " JOIN edition e ON e.article_id = t.article_id WHERE t.article_id = ? AND e.listed",
        article);
    menuTopics.tell(before, menuTopics.of(article));
  }

  void deleteOf(UUID article) {
    var before = menuTopics.of(article);
    sql.update("DELETE FROM edition_topic WHERE article_id = ?", article);
    menuTopics.tell(before, Set.of());
    sql.update("DELETE FROM article_topic WHERE article_id = ?", article);
    sql.update("DELETE FROM edition WHERE article_id = ?", article);
  }

  /** What other programs and pages list of an article's visible editions, the original first. */
  List<EditionRef> visible(UUID article) {
    return visible(List.of(article)).getOrDefault(article, List.of());
  }

  /** The same for several articles. */
  Map<UUID, List<EditionRef>> visible(Collection<UUID> articles) {
    if (articles.isEmpty()) return Map.of();
    return sql
        .list(
            "SELECT article_id, "
                + REF
                + " FROM edition WHERE article_id IN ("
                + String.join(", ", Collections.nCopies(articles.size(), "?"))
                + ") AND visible",
            row -> Map.entry(Sql.uuid(row, "article_id"), readRef(row)),
            articles.toArray())
        .stream()
        .sorted(Map.Entry.comparingByValue(ORIGINAL_FIRST))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  static EditionRef readRef(ResultSet row) throws SQLException {
    return new EditionRef(
        row.getString("language"),
        row.getString("slug"),
        row.getString("title"),
        Origin.valueOf(row.getString("origin")),
        Freshness.valueOf(row.getString("status")),
        row.getInt("source_revision"));
  }

  private static Edition read(ResultSet row) throws SQLException {
    return new Edition(
        Sql.uuid(row, "article_id"),
        row.getString("language"),
        row.getString("slug"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("html"),
        Origin.valueOf(row.getString("origin")),
        Freshness.valueOf(row.getString("status")),
        row.getInt("source_revision"),
        row.getInt("words"),
        row.getString("picture"),
        Sql.uuid(row, "author_id"),
        row.getBoolean("taken_back"),
        row.getBoolean("visible"),
        row.getBoolean("listed"),
        Sql.instant(row, "published_at"),
        Sql.instant(row, "updated_at"));
  }
}
