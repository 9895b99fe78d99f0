package voxpop.article.edition;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.Summaries.Row;
import voxpop.article.search.Search;
import voxpop.article.topic.Topics.EditionKey;

/** The lists of editions, newest first: each one a range of one index, from the cursor on. */
@Singleton
public class Lists {

  private final Sql sql;
  private final Summaries summaries;
  private final Search search;
  private final EditionTable editions;

  Lists(Sql sql, Summaries summaries, Search search, EditionTable editions) {
    this.sql = sql;
    this.summaries = summaries;
    this.search = search;
    this.editions = editions;
  }

  /** What a list is restricted to; null means no restriction. */
  public record Filter(@Nullable String language, @Nullable UUID topic, @Nullable UUID author) {}

  /**
   * A part of a list.
   *
   * @param after the cursor of the part before, null to begin
   */
  @Connectable
  public Stretch find(Filter filter, int limit, @Nullable String after) {
    var keys = keys(filter, Cursor.of(after), limit + 1);
    var shown = keys.subList(0, Math.min(limit, keys.size()));
    var next = keys.size() > limit ? shown.getLast().text() : null;
    return new Stretch(
        byKeys(shown.stream().map(key -> new EditionKey(key.article(), key.language())).toList()),
        next);
  }

  private List<Cursor> keys(Filter filter, Cursor after, int limit) {
    var parameters = new ArrayList<Object>();
    var query =
        new StringBuilder("SELECT e.published_at, e.article_id, e.language FROM ")
            .append(from(filter, parameters))
            // this is the index's range, what follows only breaks ties at its end
            .append(" AND e.published_at <= ? AND (e.published_at < ? OR e.article_id < ?");
    parameters.addAll(List.of(after.publishedAt(), after.publishedAt(), after.article()));
    var order = ") ORDER BY e.published_at DESC, e.article_id DESC";
    if (filter.language() == null) {
      // not where it is one and the same: MariaDB would sort by it
      query.append(" OR (e.article_id = ? AND e.language < ?)");
      parameters.addAll(List.of(after.article(), after.language()));
      order += ", e.language DESC";
    }
    parameters.add(limit);
    return sql.list(
        query.append(order).append(" LIMIT ?").toString(),
        row ->
            new Cursor(
                Sql.instant(row, "published_at"),
                Sql.uuid(row, "article_id"),
                row.getString("language")),
        parameters.toArray());
  }

  /**
   * One index alone; with tables joined here, a database may sort all of them first. It is named,
   * for MySQL takes another one where it thinks that any will do.
   */
  private static String from(Filter filter, List<Object> parameters) {
    var named = " e FORCE INDEX (" + index(filter) + ") ";
    String from;
    if (filter.topic() == null) {
      from = "edition" + named + "WHERE e.listed = 1";
    } else if (filter.author() == null) {
      from = "edition_topic" + named + "WHERE e.topic_id = ?";
    } else {
      from =
          "edition_topic"
              + named
              + "STRAIGHT_JOIN edition o FORCE INDEX (PRIMARY) ON o.article_id = e.article_id AND"
              + " o.language = e.language WHERE e.topic_id = ?";
    }
    if (filter.topic() != null) parameters.add(filter.topic());
    if (filter.author() != null) {
      from += filter.topic() == null ? " AND e.author_id = ?" : " AND o.author_id = ?";
      parameters.add(filter.author());
    }
    if (filter.language() != null) {
      from += " AND e.language = ?";
      parameters.add(filter.language());
    }
    return from;
  }

  private static String index(Filter filter) {
    var everywhere = filter.language() == null;
    if (filter.topic() != null) return everywhere ? "edition_topic_everywhere" : "PRIMARY";
    if (filter.author() != null) return everywhere ? "edition_author_everywhere" : "edition_author";
    return everywhere ? "edition_everywhere" : "edition_list";
  }

  /** What was found for a search, best first. */
  public Stretch search(
      @Nullable String language, String words, int limit, @Nullable String after) {
    var found = search.find(language, words, limit, after);
    return new Stretch(
        byKeys(
            found.hits().stream()
                .map(hit -> new EditionKey(hit.article(), hit.language()))
                .toList()),
        found.next());
  }

  /** These editions, in this order; those that readers don't get (any more) are left out. */
  @Connectable
  public List<EditionSummary> byKeys(List<EditionKey> keys) {
    return summaries.of(rows(keys));
  }

  List<Row> rows(List<EditionKey> keys) {
    if (keys.isEmpty()) return List.of();
    var rows =
        sql.list(
            "SELECT STRAIGHT_JOIN "
                + Row.COLUMNS
                + " FROM edition e"
                + Row.JOINS
                + " WHERE e.listed = 1 AND ("
                + keys.stream()
                    .map(key -> "(e.article_id = ? AND e.language = ?)")
                    .collect(Collectors.joining(" OR "))
                + ")",
            Row::read,
            keys.stream()
                .flatMap(key -> List.<Object>of(key.article(), key.language()).stream())
                .toArray());
    var byKey = rows.stream().collect(Collectors.toMap(Row::key, Function.identity()));
    return keys.stream().map(byKey::get).filter(Objects::nonNull).toList();
  }

  /**
   * One of the articles that are most like another.
   *
   * @param row nothing as long as no list shows it in the language
   */
  record Alike(UUID article, Optional<Row> row) {}

  /** The stored list of what is like an article, best first. */
  List<Alike> alike(UUID article, String language) {
    return sql.list(
        "SELECT STRAIGHT_JOIN r.other_id, "
            + Row.COLUMNS
            + " FROM related r LEFT JOIN edition e FORCE INDEX (PRIMARY) ON e.article_id ="
            + " r.other_id AND e.language = r.language AND e.listed = 1 LEFT JOIN article a ON a.id"
            + " = e.article_id LEFT JOIN author p ON p.id = e.author_id WHERE r.article_id = ? AND"
            + " r.language = ? ORDER BY r.position",
        row ->
            new Alike(
                Sql.uuid(row, "other_id"),
                row.getBytes("article_id") == null ? Optional.empty() : Optional.of(Row.read(row))),
        article,
        language);
  }

  /** The same with where each is in other languages. */
  List<EditionSummary> withAlternates(List<EditionSummary> items, Alternates alternates) {
    var visible = editions.visible(items.stream().map(EditionSummary::article).distinct().toList());
    return items.stream()
        .map(item -> item.with(alternates.of(visible.getOrDefault(item.article(), List.of()))))
        .toList();
  }

  /** In which of these languages the list has anything in it. */
  List<String> languagesOf(Filter filter, Collection<String> languages) {
    return languages.stream()
        .filter(
            language ->
                sql.one(
                        filter.topic() != null
                            ? "SELECT 1 FROM edition_topic WHERE topic_id = ? AND language = ?"
                                + " LIMIT 1"
                            : "SELECT 1 FROM edition WHERE author_id = ? AND language = ? AND"
                                + " listed = 1 LIMIT 1",
                        row -> true,
                        filter.topic() != null ? filter.topic() : filter.author(),
                        language)
                    .isPresent())
        .toList();
  }
}
