package voxpop.article.edition;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.Summaries.Row;
import voxpop.article.topic.Topics.EditionKey;

/** The lists of editions, newest first: each one a range of one index, from the cursor on. */
@Singleton
public class Lists {

  private final Sql sql;
  private final Summaries summaries;

  Lists(Sql sql, Summaries summaries) {
    this.sql = sql;
    this.summaries = summaries;
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
    var cursor = Cursor.of(after);
    var from = filter.topic() == null ? "e" : "t";
    var parameters = new ArrayList<Object>();
    var where = new StringBuilder(filter.topic() == null ? "e.listed = 1" : "t.topic_id = ?");
    if (filter.topic() != null) parameters.add(filter.topic());
    if (filter.author() != null) {
      where.append(" AND e.author_id = ?");
      parameters.add(filter.author());
    }
    if (filter.language() != null) {
      where.append(" AND ").append(from).append(".language = ?");
      parameters.add(filter.language());
    }
    // the first condition is the index's range, the others only break ties at its end
    where.append(
        " AND s.published_at <= ? AND (s.published_at < ? OR s.article_id < ? OR (s.article_id = ? AND s.language < ?))"
            .replace("s.", from + "."));
    parameters.addAll(
        List.of(
            cursor.publishedAt(),
            cursor.publishedAt(),
            cursor.article(),
            cursor.article(),
            cursor.language()));
    parameters.add(limit + 1);
    var tables =
        filter.topic() == null
            ? "edition e"
            : "edition_topic t JOIN edition e ON e.article_id = t.article_id AND e.language ="
                + " t.language";
    var rows =
        sql.list(
            "SELECT STRAIGHT_JOIN "
                + Row.COLUMNS
                + " FROM "
                + tables
                + Row.JOINS
                + " WHERE "
                + where
                + " ORDER BY s.published_at DESC, s.article_id DESC, s.language DESC LIMIT ?"
                    .replace("s.", from + "."),
            Row::read,
            parameters.toArray());
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    var next = rows.size() > limit ? cursorOf(shown.getLast()).text() : null;
    return new Stretch(summaries.of(shown), next);
  }

  /** What was found for a search, best first. */
  @Connectable
  public Stretch search(
      @Nullable String language, String words, int limit, @Nullable String after) {
    return new Stretch(List.of(), null);
  }

  /** These editions, in this order; those that readers don't get (any more) are left out. */
  @Connectable
  public List<EditionSummary> byKeys(List<EditionKey> keys) {
    if (keys.isEmpty()) return List.of();
    var rows =
        sql.list(
            "SELECT STRAIGHT_JOIN "
                + Row.COLUMNS
                + " FROM edition e"
                + Row.JOINS
                + " WHERE e.listed = 1 AND (e.article_id, e.language) IN ("
                + keys.stream().map(key -> "(?, ?)").collect(Collectors.joining(", "))
                + ")",
            Row::read,
            keys.stream()
                .flatMap(key -> List.<Object>of(key.article(), key.language()).stream())
                .toArray());
    var byKey =
        summaries.of(rows).stream()
            .collect(
                Collectors.toMap(
                    one -> new EditionKey(one.article(), one.language()), Function.identity()));
    return keys.stream().map(byKey::get).filter(Objects::nonNull).toList();
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

  private static Cursor cursorOf(Row row) {
    return new Cursor(row.publishedAt(), row.article(), row.language());
  }
}
