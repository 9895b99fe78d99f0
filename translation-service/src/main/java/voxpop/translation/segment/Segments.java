package voxpop.translation.segment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.util.List;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.Rows;

/**
 * Writes sentences. Plain SQL, because new and changed ones of a long text go in a few statements
 * so, where an update for each of thousands took most of the time.
 */
@Singleton
public class Segments {
  private static final String SAVE =
      "INSERT INTO segment (id, article, place, kind, source, hash, source_version,"
          + " corrected_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE place ="
          + " VALUES(place), source = VALUES(source), hash = VALUES(hash), source_version ="
          + " VALUES(source_version), corrected_version = VALUES(corrected_version)";

  private final Rows rows;

  Segments(Rows rows) {
    this.rows = rows;
  }

  /** Writes new and changed ones. */
  @Transactional
  public void save(List<Segment> segments) {
    if (segments.isEmpty()) return;
    rows.writeAll(
        SAVE,
        sql -> {
          for (Segment segment : segments) {
            sql.setBytes(1, UuidBytes.bytes(segment.id()));
            sql.setBytes(2, UuidBytes.bytes(segment.article()));
            sql.setObject(3, segment.place(), Types.INTEGER);
            sql.setString(4, segment.kind().name());
            sql.setString(5, segment.source());
            sql.setString(6, segment.hash());
            sql.setInt(7, segment.sourceVersion());
            sql.setInt(8, segment.correctedVersion());
            sql.addBatch();
          }
        });
  }
}
