package voxpop.translation.glossary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.problem.Problem;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Prose;

/**
 * Where a term stands. The database finds what may hold it, by the first letters of its longest
 * word, whatever their case and accents; {@link Phrase} then decides.
 */
@Singleton
class TermPlaces {
  /** Letters that no inflection changes but for an accent (Haus, Häuser). */
  private static final int SURE_LETTERS = 2;

  /** Read at once. */
  private static final int PIECE = 1000;

  private static final String QUERY =
      """
      SELECT s.id, s.article, s.place, s.kind, s.source, d.title, COALESCE(t.approved_text, t.candidate_text) AS target
      FROM segment s JOIN document d ON d.article = s.article
        LEFT JOIN target t ON t.segment = s.id AND t.language = ?
      WHERE d.language = ? AND d.published = TRUE AND s.place IS NOT NULL
        AND s.source COLLATE utf8mb4_general_ci LIKE ?
        AND (s.article < ? OR (s.article = ? AND s.place < ?))
      ORDER BY s.article DESC, s.place DESC LIMIT ?
      """;

  /**
   * A sentence in which the term stands.
   *
   * @param follows whether its translation keeps to the term; null if there is none
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Place(
      UUID article,
      String title,
      UUID segment,
      String source,
      @Nullable String target,
      @Nullable Boolean follows) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<Place> items, @Nullable String next) {}

  private record Cursor(UUID article, int place) {
    static final Cursor START = new Cursor(new UUID(-1, -1), Integer.MAX_VALUE);

    static Cursor of(@Nullable String after) {
      if (after == null || after.isEmpty()) return START;
      try {
        int dot = after.indexOf('.');
        return new Cursor(
            UUID.fromString(after.substring(0, dot)), Integer.parseInt(after.substring(dot + 1)));
      } catch (RuntimeException e) {
        throw Problem.invalid("after", "must be a cursor that an earlier answer gave");
      }
    }

    @Override
    public String toString() {
      return article + "." + place;
    }
  }

  private record Row(Cursor at, Place place, Kind kind, String raw) {}

  private final JdbcOperations jdbc;

  TermPlaces(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest article's first, each from its end to its start. */
  @Transactional
  Page of(Term term, @Nullable String after, int limit) {
    Phrase phrase = Phrase.of(term.source(), term.term(), term.caseSensitive());
    Terms alone = new Terms(term.source(), term.target(), List.of(term));
    Cursor at = Cursor.of(after);
    List<Row> found = new ArrayList<>();
    while (found.size() <= limit) {
      List<Row> rows = rows(term, at);
      rows.stream()
          .filter(row -> holds(phrase, term, row))
          .limit(limit + 1L - found.size())
          .forEach(found::add);
      if (rows.size() < PIECE) break;
      at = rows.getLast().at();
    }
    boolean more = found.size() > limit;
    List<Row> page = more ? found.subList(0, limit) : found;
    return new Page(
        page.stream().map(row -> judged(alone, row)).toList(),
        more ? page.getLast().at().toString() : null);
  }

  private static boolean holds(Phrase phrase, Term term, Row row) {
    return !phrase.in(Words.of(term.source(), Prose.of(row.kind(), row.raw()))).isEmpty();
  }

  private static Place judged(Terms alone, Row row) {
    Place place = row.place();
    String target = place.target();
    return new Place(
        place.article(),
        place.title(),
        place.segment(),
        Attributes.brief(row.kind(), row.raw()),
        target == null ? null : Attributes.brief(row.kind(), target),
        target == null ? null : alone.warnings(row.kind(), row.raw(), target).isEmpty());
  }

  private List<Row> rows(Term term, Cursor at) {
    return jdbc.prepareStatement(
        QUERY,
        sql -> {
          sql.setString(1, term.target());
          sql.setString(2, term.source());
          sql.setString(3, pattern(term));
          sql.setBytes(4, UuidBytes.bytes(at.article()));
          sql.setBytes(5, UuidBytes.bytes(at.article()));
          sql.setInt(6, at.place());
          sql.setInt(7, PIECE);
          List<Row> rows = new ArrayList<>();
          try (ResultSet row = sql.executeQuery()) {
            while (row.next()) rows.add(row(row));
          }
          return rows;
        });
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID article = UuidBytes.uuid(row.getBytes("article"));
    String source = row.getString("source");
    return new Row(
        new Cursor(article, row.getInt("place")),
        new Place(
            article,
            row.getString("title"),
            UuidBytes.uuid(row.getBytes("id")),
            source,
            row.getString("target"),
            null),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        source);
  }

  /** Inline tags may stand between words, never inside of what this looks for: two letters. */
  private static String pattern(Term term) {
    String longest =
        Words.of(term.source(), term.term()).all().stream()
            .map(Words.Word::text)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    boolean any = longest.length() < SURE_LETTERS || longest.contains("_");
    return any ? "%" : "%" + longest.substring(0, SURE_LETTERS) + "%";
  }
}
