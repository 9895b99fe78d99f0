package voxpop.translation.notice;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.Rows;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Segment;

/** Where it is kept what is stale. Plain JDBC: joins, and many rows at a time. */
@Singleton
class StaleTable {
  private static final String SAVE =
      """
      INSERT INTO stale_sentence (segment, language, article, hash, position, since) VALUES (?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE hash = VALUES(hash), position = VALUES(position), since = VALUES(since)
      """;

  private static final String LIST =
      """
      SELECT n.*, d.title, d.language AS source_language, s.kind, s.source, t.approved_source
      FROM stale_sentence n JOIN document d ON d.article = n.article JOIN segment s ON s.id = n.segment
      LEFT JOIN target t ON t.segment = n.segment AND t.language = n.language
      WHERE n.language = ? AND n.position > ? AND n.position <= ? ORDER BY n.position DESC LIMIT ?
      """;

  private final Rows rows;

  StaleTable(Rows rows) {
    this.rows = rows;
  }

  /** What is known to be stale of an article: segments, with the hash of the source. */
  Map<UUID, String> of(UUID article, String language) {
    Map<UUID, String> known = new HashMap<>();
    rows.read(
        "SELECT segment, hash FROM stale_sentence WHERE article = ? AND language = ?",
        sql -> {
          sql.setBytes(1, UuidBytes.bytes(article));
          sql.setString(2, language);
        },
        row -> known.put(UuidBytes.uuid(row.getBytes("segment")), row.getString("hash")));
    return known;
  }

  /** Adds them, the first one as the newest. */
  void add(String language, List<Segment> segments, Instant now) {
    long last = next(segments.size());
    rows.writeAll(
        SAVE,
        sql -> {
          for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            sql.setBytes(1, UuidBytes.bytes(segment.id()));
            sql.setString(2, language);
            sql.setBytes(3, UuidBytes.bytes(segment.article()));
            sql.setString(4, segment.hash());
            sql.setLong(5, last - i);
            sql.setTimestamp(6, Timestamp.from(now));
            sql.addBatch();
          }
        });
  }

  /** The last of so many new positions. */
  private long next(int count) {
    rows.write("UPDATE stale_position SET position = position + ?", sql -> sql.setInt(1, count));
    return rows.read("SELECT position FROM stale_position", sql -> {}, row -> row.getLong(1))
        .getFirst();
  }

  void remove(String language, Collection<UUID> segments) {
    rows.writeAll(
        "DELETE FROM stale_sentence WHERE segment = ? AND language = ?",
        sql -> {
          for (UUID segment : segments) {
            sql.setBytes(1, UuidBytes.bytes(segment));
            sql.setString(2, language);
            sql.addBatch();
          }
        });
  }

  void remove(UUID article) {
    rows.write(
        "DELETE FROM stale_sentence WHERE article = ?",
        sql -> sql.setBytes(1, UuidBytes.bytes(article)));
  }

  /** What went stale in a language after a position, up to another one, the newest first. */
  @Transactional
  List<StaleSentence> list(String language, long after, long to, int limit) {
    return rows.read(
        LIST,
        sql -> {
          sql.setString(1, language);
          sql.setLong(2, after);
          sql.setLong(3, to);
          sql.setInt(4, limit);
        },
        StaleTable::sentence);
  }

  /** How many went stale in a language after a position; no more than {@code most} are counted. */
  @Transactional
  int count(String language, long after, int most) {
    return rows.read(
            "SELECT COUNT(*) FROM (SELECT 1 FROM stale_sentence WHERE language = ? AND position > ?"
                + " LIMIT ?) news",
            sql -> {
              sql.setString(1, language);
              sql.setLong(2, after);
              sql.setInt(3, most);
            },
            row -> row.getInt(1))
        .getFirst();
  }

  /** Since when the oldest of them is stale that came after a position. */
  Optional<Instant> oldest(String language, long after) {
    return rows
        .read(
            "SELECT since FROM stale_sentence WHERE language = ? AND position > ? ORDER BY position"
                + " LIMIT 1",
            sql -> {
              sql.setString(1, language);
              sql.setLong(2, after);
            },
            row -> row.getTimestamp(1).toInstant())
        .stream()
        .findFirst();
  }

  /** The language in which the studio last spoke to somebody, if it is one of the house's. */
  @Nullable String lookedIn(UUID account) {
    return rows
        .read(
            "SELECT language FROM translator_look WHERE account = ? AND language IS NOT NULL",
            sql -> sql.setBytes(1, UuidBytes.bytes(account)),
            row -> row.getString(1))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Up to where somebody has looked; 0 for never. */
  @Transactional
  long looked(UUID account) {
    List<Long> found =
        rows.read(
            "SELECT position FROM translator_look WHERE account = ?",
            sql -> sql.setBytes(1, UuidBytes.bytes(account)),
            row -> row.getLong(1));
    return found.isEmpty() ? 0 : found.getFirst();
  }

  /** Notes up to where somebody has looked; never less than before, nor what is still to come. */
  @Transactional
  void look(UUID account, long position, @Nullable String language) {
    rows.write(
        "INSERT INTO translator_look (account, position, language) SELECT ?, LEAST(?,"
            + " p.position), ? FROM stale_position p ON DUPLICATE KEY UPDATE position ="
            + " GREATEST(translator_look.position, VALUES(position)), language ="
            + " COALESCE(VALUES(language), translator_look.language)",
        sql -> {
          sql.setBytes(1, UuidBytes.bytes(account));
          sql.setLong(2, position);
          sql.setString(3, language);
        });
  }

  private static StaleSentence sentence(ResultSet row) throws SQLException {
    return new StaleSentence(
        row.getLong("position"),
        UuidBytes.uuid(row.getBytes("article")),
        row.getString("title"),
        row.getString("source_language"),
        row.getString("language"),
        UuidBytes.uuid(row.getBytes("segment")),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("source"),
        row.getString("approved_source"),
        row.getTimestamp("since").toInstant());
  }
}
