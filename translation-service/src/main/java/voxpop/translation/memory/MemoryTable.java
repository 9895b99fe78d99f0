package voxpop.translation.memory;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.Rows;

/**
 * The memory's table, many rows at a time. Plain JDBC: lists of identifiers, and writes of a
 * thousand.
 */
@Singleton
class MemoryTable {
  private final Rows rows;

  MemoryTable(Rows rows) {
    this.rows = rows;
  }

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

  /** Adds entries; answers how many were not there yet. */
  @Transactional
  int add(List<MemoryEntry> entries) {
    if (entries.isEmpty()) return 0;
    String values =
        String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    return rows.write(
        "INSERT IGNORE INTO memory_entry (id, segment, source_language, language, hash, approved,"
            + " source, text, origin, created_at) VALUES "
            + values,
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
