package voxpop.translation.job;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TaskRepository extends GenericRepository<Task, UUID> {
  /**
   * The task that has waited longest; one that another instance is about to claim is passed over.
   */
  @Query("SELECT * FROM task WHERE due_at <= :now ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
  Optional<Task> next(Instant now);

  /** Others of the same article and language that were never tried, to be asked for in one go. */
  @Query(
      "SELECT * FROM task WHERE article = :article AND language = :language AND attempts = 0 AND"
          + " due_at <= :now AND id <> :not ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED")
  List<Task> more(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language,
      Instant now,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID not,
      int limit);

  @Query("UPDATE task SET lease = :lease, attempts = attempts + 1, due_at = :until WHERE id = :id")
  void claim(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease,
      Instant until);

  @Query("UPDATE task SET due_at = :until WHERE id = :id")
  void hold(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant until);

  /** What is still this lease's to finish: not what an edit or a cancel took away meanwhile. */
  @Query("SELECT * FROM task WHERE lease = :lease FOR UPDATE")
  List<Task> held(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease);

  @Query("UPDATE task SET lease = NULL, due_at = :at WHERE id = :id")
  void postpone(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant at);

  /** The same without counting the attempt. */
  @Query("UPDATE task SET lease = NULL, due_at = :at, attempts = attempts - 1 WHERE id = :id")
  void putBack(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant at);

  @Query("DELETE FROM task WHERE id = :id")
  void remove(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  /** Queues a segment, or its newer source if it is queued already. */
  @Query(
      "INSERT INTO task (id, job, segment, article, language, hash, attempts, lease, due_at) VALUES"
          + " (:id, :job, :segment, :article, :language, :hash, 0, NULL, :dueAt) ON DUPLICATE KEY"
          + " UPDATE lease = IF(hash = VALUES(hash), lease, NULL), due_at = IF(hash = VALUES(hash),"
          + " due_at, VALUES(due_at)), attempts = IF(hash = VALUES(hash), attempts, 0), hash ="
          + " VALUES(hash)")
  void add(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID job,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language,
      String hash,
      Instant dueAt);

  @Query("DELETE FROM task WHERE article = :article")
  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
