package voxpop.translation.memory;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.Rows;

/**
 * The memory's table, many rows at a time. Plain JDBC: lists of identifiers, and writes of a
 * thousand.
 */
@Singleton
class MemoryTable {
  /** Rows named or written in one statement: some 100 KB. */
  private static final int PIECE = 500;

  /** Questions in one statement: some 20 KB. */
  private static final int UNION = 100;

  /** Of a sentence that stands in many articles, the newest translations tell enough. */
  private static final int MOST_OF_ONE = 20;

  /** By itself for each sentence: so the newest are read off the index, and nothing is sorted. */
  private static final String NEWEST =
      "(SELECT * FROM memory_entry WHERE source_language = ? AND language = ? AND hash = ? ORDER BY"
          + " approved DESC, created_at DESC, id DESC LIMIT "
          + MOST_OF_ONE
          + ")";

  /** With the article where it stands, or stood; of a sentence from a file there is none. */
  private static final String SELECT_FOUND =
      "SELECT e.*, s.article FROM memory_entry e %s LEFT JOIN segment s ON s.id = e.segment WHERE ";

  private static final String SAME =
      "("
          + SELECT_FOUND.formatted("FORCE INDEX (memory_entry_newest)")
          + "e.source_language = ? AND e.language = ? AND e.hash = ? ORDER BY e.approved DESC,"
          + " e.created_at DESC, e.id DESC LIMIT "
          + MOST_OF_ONE
          + ")";

  private static final String LIKE =
      " UNION ALL (" + SELECT_FOUND.formatted("") + "e.hash <> ? AND e.id IN (%s))";

  private final Rows rows;

  MemoryTable(Rows rows) {
    this.rows = rows;
  }

  /** An entry, and the article where its sentence stands or stood. */
  record Found(MemoryEntry entry, @Nullable UUID article) {}

  /** When an entry was written, or written anew. */
  record Written(UUID id, Instant at) {
    static final Written FIRST = new Written(new UUID(0, 0), Instant.EPOCH);
  }

  /** What people approved, from a moment on, the oldest first. */
  @Transactional
  List<Written> written(Written after, int limit) {
    return rows.read(
        "SELECT id, created_at FROM memory_entry WHERE approved = TRUE AND (created_at > ? OR"
            + " (created_at = ? AND id > ?)) ORDER BY created_at, id LIMIT ?",
        sql -> {
          sql.setTimestamp(1, Timestamp.from(after.at()));
          sql.setTimestamp(2, Timestamp.from(after.at()));
          sql.setBytes(3, UuidBytes.bytes(after.id()));
          sql.setInt(4, limit);
        },
        row ->
            new Written(
                UuidBytes.uuid(row.getBytes("id")), row.getTimestamp("created_at").toInstant()));
  }

  @Transactional
  List<MemoryEntry> of(Collection<UUID> ids) {
    if (ids.isEmpty()) return List.of();
    return rows.read(
        "SELECT * FROM memory_entry WHERE id IN (" + marks(ids.size()) + ")",
        sql -> {
          int i = 1;
          for (UUID id : ids) sql.setBytes(i++, UuidBytes.bytes(id));
        },
        MemoryTable::entry);
  }

  /** What is known of a sentence in a pair, and these entries of others; in no order. */
  @Connectable
  List<Found> found(String from, String to, String hash, Collection<UUID> others) {
    return rows.read(
        others.isEmpty() ? SAME : SAME + LIKE.formatted(marks(others.size())),
        sql -> {
          sql.setString(1, from);
          sql.setString(2, to);
          sql.setString(3, hash);
          if (others.isEmpty()) return;
          sql.setString(4, hash);
          int i = 5;
          for (UUID id : others) sql.setBytes(i++, UuidBytes.bytes(id));
        },
        row -> {
          byte[] article = row.getBytes("article");
          return new Found(entry(row), article == null ? null : UuidBytes.uuid(article));
        });
  }

  /** What people approved in a pair, in the order of the identifiers. */
  @Transactional
  List<MemoryEntry> approved(String from, String to, UUID after, int limit) {
    return rows.read(
        "SELECT * FROM memory_entry WHERE approved = TRUE AND source_language = ? AND language = ?"
            + " AND id > ? ORDER BY id LIMIT ?",
        sql -> {
          sql.setString(1, from);
          sql.setString(2, to);
          sql.setBytes(3, UuidBytes.bytes(after));
          sql.setInt(4, limit);
        },
        MemoryTable::entry);
  }

  /** What people approved in a pair of these very sentences. */
  @Transactional
  List<MemoryEntry> approved(String from, String to, Collection<String> hashes) {
    if (hashes.isEmpty()) return List.of();
    return rows.read(
        "SELECT * FROM memory_entry WHERE approved = TRUE AND source_language = ? AND language = ?"
            + " AND hash IN ("
            + marks(hashes.size())
            + ")",
        sql -> {
          sql.setString(1, from);
          sql.setString(2, to);
          int i = 3;
          for (String hash : hashes) sql.setString(i++, hash);
        },
        MemoryTable::entry);
  }

  /**
   * What is known of these sentences in a pair: of each what people approved first, the newest
   * first, and no more than {@link #MOST_OF_ONE}.
   */
  @Transactional
  List<MemoryEntry> known(String from, String to, Collection<String> hashes) {
    return inPieces(
        hashes,
        UNION,
        piece ->
            rows.read(
                String.join(" UNION ALL ", Collections.nCopies(piece.size(), NEWEST)),
                sql -> {
                  int i = 1;
                  for (String hash : piece) {
                    sql.setString(i++, from);
                    sql.setString(i++, to);
                    sql.setString(i++, hash);
                  }
                },
                MemoryTable::entry));
  }

  /** What people approved of these very segments, whatever their source was then. */
  @Transactional
  List<MemoryEntry> approvedOf(String from, String to, Collection<UUID> segments) {
    return inPieces(
        segments,
        PIECE,
        piece ->
            rows.read(
                "SELECT * FROM memory_entry WHERE segment IN ("
                    + marks(piece.size())
                    + ") AND source_language = ? AND language = ? AND approved = TRUE",
                sql -> {
                  int i = 1;
                  for (UUID segment : piece) sql.setBytes(i++, UuidBytes.bytes(segment));
                  sql.setString(i++, from);
                  sql.setString(i, to);
                },
                MemoryTable::entry));
  }

  /** Adds entries; answers how many were not there yet. */
  @Transactional
  int add(List<MemoryEntry> entries) {
    return entries.isEmpty() ? 0 : write("INSERT IGNORE", entries, "");
  }

  /** Adds entries, or says anew what was said of the same segment and source. */
  @Transactional
  void remember(List<MemoryEntry> entries) {
    for (int from = 0; from < entries.size(); from += PIECE) {
      write(
          "INSERT",
          entries.subList(from, Math.min(from + PIECE, entries.size())),
          " ON DUPLICATE KEY UPDATE source = VALUES(source), text = VALUES(text), origin ="
              + " VALUES(origin), created_at = VALUES(created_at)");
    }
  }

  private int write(String insert, List<MemoryEntry> entries, String otherwise) {
    String values =
        String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return rows.write(
        insert
            + " INTO memory_entry (id, segment, source_language, language, hash, approved,"
            + " source, text, origin, created_at) VALUES "
            + values
            + otherwise,
        sql -> {
          int i = 1;
          for (MemoryEntry entry : entries) {
            sql.setBytes(i++, UuidBytes.bytes(entry.id()));
            sql.setBytes(i++, UuidBytes.bytes(entry.segment()));
            sql.setString(i++, entry.sourceLanguage());
            sql.setString(i++, entry.language());
            sql.setString(i++, entry.hash());
            sql.setBoolean(i++, entry.approved());
            sql.setString(i++, entry.source());
            sql.setString(i++, entry.text());
            sql.setString(i++, entry.origin());
            sql.setTimestamp(i++, Timestamp.from(entry.createdAt()));
          }
        });
  }

  private static <K> List<MemoryEntry> inPieces(
      Collection<K> keys, int size, Function<List<K>, List<MemoryEntry>> query) {
    List<K> all = List.copyOf(keys);
    List<MemoryEntry> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      found.addAll(query.apply(all.subList(from, Math.min(from + size, all.size()))));
    }
    return found;
  }

  private static MemoryEntry entry(ResultSet row) throws SQLException {
    return new MemoryEntry(
        UuidBytes.uuid(row.getBytes("id")),
        UuidBytes.uuid(row.getBytes("segment")),
        row.getString("source_language"),
        row.getString("language"),
        row.getString("hash"),
        row.getBoolean("approved"),
        row.getString("source"),
        row.getString("text"),
        row.getString("origin"),
        row.getTimestamp("created_at").toInstant());
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
