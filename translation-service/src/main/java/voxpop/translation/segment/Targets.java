package voxpop.translation.segment;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.Rows;

/** Where the targets are kept. Plain SQL, because each is four nullable parts in one row. */
@Singleton
public class Targets {
  private static final String SAVE =
      """
      INSERT INTO target (person_version, approved_text, approved_hash, approved_source, approved_version, approved_by,
        candidate_text, candidate_hash, candidate_origin, shown_text, shown_hash, shown_version, shown_by_machine,
        failed_hash, failure, failure_reasons, earlier, id, segment, article, language)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE person_version = VALUES(person_version), approved_text = VALUES(approved_text),
        approved_hash = VALUES(approved_hash), approved_source = VALUES(approved_source),
        approved_version = VALUES(approved_version), approved_by = VALUES(approved_by),
        candidate_text = VALUES(candidate_text), candidate_hash = VALUES(candidate_hash),
        candidate_origin = VALUES(candidate_origin), shown_text = VALUES(shown_text), shown_hash = VALUES(shown_hash),
        shown_version = VALUES(shown_version), shown_by_machine = VALUES(shown_by_machine),
        failed_hash = VALUES(failed_hash), failure = VALUES(failure), failure_reasons = VALUES(failure_reasons), earlier = VALUES(earlier)
      """;

  private final Rows rows;
  private final ObjectMapper json;

  Targets(Rows rows, ObjectMapper json) {
    this.rows = rows;
    this.json = json;
  }

  /** What there is of an article in one language. */
  @Transactional
  public List<Target> of(UUID article, String language) {
    return rows.read(
        "SELECT * FROM target WHERE article = ? AND language = ?",
        sql -> {
          sql.setBytes(1, UuidBytes.bytes(article));
          sql.setString(2, language);
        },
        this::target);
  }

  /** What there is of a sentence in one language. */
  @Transactional
  public Optional<Target> of(Segment segment, String language) {
    return rows
        .read(
            "SELECT * FROM target WHERE segment = ? AND language = ?",
            sql -> {
              sql.setBytes(1, UuidBytes.bytes(segment.id()));
              sql.setString(2, language);
            },
            this::target)
        .stream()
        .findFirst();
  }

  /** What there is of some segments in one language. */
  @Transactional
  public List<Target> of(Collection<UUID> segments, String language) {
    if (segments.isEmpty()) return List.of();
    return rows.read(
        "SELECT * FROM target WHERE language = ? AND segment IN ("
            + String.join(", ", Collections.nCopies(segments.size(), "?"))
            + ")",
        sql -> {
          sql.setString(1, language);
          int i = 2;
          for (UUID segment : segments) sql.setBytes(i++, UuidBytes.bytes(segment));
        },
        this::target);
  }

  /** What there is of an article in all languages. */
  @Transactional
  public List<Target> of(UUID article) {
    return rows.read(
        "SELECT * FROM target WHERE article = ?",
        sql -> sql.setBytes(1, UuidBytes.bytes(article)),
        this::target);
  }

  /** Writes new and changed ones. */
  @Transactional
  public void save(Collection<Target> targets) {
    if (targets.isEmpty()) return;
    rows.writeAll(
        SAVE,
        sql -> {
          for (Target target : targets) {
            bind(sql, target);
            sql.addBatch();
          }
        });
  }

  @Transactional
  public void deleteByArticle(UUID article) {
    rows.write(
        "DELETE FROM target WHERE article = ?", sql -> sql.setBytes(1, UuidBytes.bytes(article)));
  }

  private Target target(ResultSet row) throws SQLException {
    return new Target(
        UuidBytes.uuid(row.getBytes("id")),
        UuidBytes.uuid(row.getBytes("segment")),
        UuidBytes.uuid(row.getBytes("article")),
        row.getString("language"),
        row.getInt("person_version"),
        row.getString("approved_text") == null
            ? null
            : new Target.Approved(
                row.getString("approved_text"),
                row.getString("approved_hash"),
                row.getString("approved_source"),
                row.getInt("approved_version"),
                row.getString("approved_by")),
        row.getString("candidate_text") == null
            ? null
            : new Target.Candidate(
                row.getString("candidate_text"),
                row.getString("candidate_hash"),
                row.getString("candidate_origin")),
        row.getString("shown_text") == null
            ? null
            : new Target.Shown(
                row.getString("shown_text"),
                row.getString("shown_hash"),
                row.getInt("shown_version"),
                row.getBoolean("shown_by_machine")),
        before(row.getString("earlier")),
        row.getString("failed_hash") == null
            ? null
            : new Target.Failure(
                row.getString("failed_hash"),
                row.getString("failure"),
                reasons(row.getString("failure_reasons"))));
  }

  private void bind(PreparedStatement sql, Target target) throws SQLException {
    Target.@Nullable Approved approved = target.approved();
    Target.@Nullable Candidate candidate = target.candidate();
    Target.@Nullable Shown shown = target.shown();
    Target.@Nullable Failure failure = target.failure();
    sql.setInt(1, target.personVersion());
    sql.setString(2, approved == null ? null : approved.text());
    sql.setString(3, approved == null ? null : approved.hash());
    sql.setString(4, approved == null ? null : approved.source());
    sql.setInt(5, approved == null ? 0 : approved.version());
    sql.setString(6, approved == null ? null : approved.by());
    sql.setString(7, candidate == null ? null : candidate.text());
    sql.setString(8, candidate == null ? null : candidate.hash());
    sql.setString(9, candidate == null ? null : candidate.origin());
    sql.setString(10, shown == null ? null : shown.text());
    sql.setString(11, shown == null ? null : shown.hash());
    sql.setInt(12, shown == null ? 0 : shown.version());
    sql.setBoolean(13, shown != null && shown.byMachine());
    sql.setString(14, failure == null ? null : failure.hash());
    sql.setString(15, failure == null ? null : failure.reason());
    sql.setString(16, failure == null ? null : written(failure.reasons()));
    sql.setString(17, written(target.before()));
    sql.setBytes(18, UuidBytes.bytes(target.id()));
    sql.setBytes(19, UuidBytes.bytes(target.segment()));
    sql.setBytes(20, UuidBytes.bytes(target.article()));
    sql.setString(21, target.language());
  }

  private @Nullable String written(@Nullable Object part) {
    try {
      return part == null ? null : json.writeValueAsString(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Reason> reasons(@Nullable String written) {
    try {
      return written == null ? List.of() : json.readValue(written, Argument.listOf(Reason.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Target.@Nullable Before before(@Nullable String written) {
    try {
      return written == null ? null : json.readValue(written, Target.Before.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
