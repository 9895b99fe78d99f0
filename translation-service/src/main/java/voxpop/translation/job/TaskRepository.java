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
  /** Waits until nobody else claims, and keeps others waiting until the end of the transaction. */
  @Query("SELECT id FROM claiming WHERE id = 1 FOR UPDATE")
  int turn();

  /**
   * The most urgent task, of equals the one that has waited longest; one that is being worked on is
   * passed over. The index has their order: whatever is read to be sorted is locked.
   */
  @Query(
      "SELECT * FROM task FORCE INDEX (task_urgent) WHERE paused = FALSE AND due_at <= :now ORDER"
          + " BY priority DESC, due_at LIMIT 1 FOR UPDATE SKIP LOCKED")
  Optional<Task> next(Instant now);

  /**
   * Others of the same article and language that may be tried together, to be asked for in one go.
   */
  @Query(
      "SELECT * FROM task WHERE article = :article AND language = :language AND attempts < 2 AND"
          + " paused = FALSE AND due_at <= :now AND id <> :not ORDER BY id LIMIT :limit FOR UPDATE"
          + " SKIP LOCKED")
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

  @Query("UPDATE task SET due_at = :until WHERE lease = :lease")
  void hold(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease, Instant until);

  @Query("UPDATE task SET asked = :asked WHERE id = :id")
  void ask(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, boolean asked);

  /** What is still this lease's to finish: not what an edit or a cancel took away meanwhile. */
  @Query("SELECT * FROM task WHERE lease = :lease AND (paused = FALSE OR asked = TRUE) FOR UPDATE")
  List<Task> held(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease);

  @Query("UPDATE task SET lease = NULL, asked = FALSE, due_at = :at WHERE id = :id")
  void postpone(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant at);

  /** The same without counting the attempt. */
  @Query(
      "UPDATE task SET lease = NULL, asked = FALSE, due_at = :at, attempts = attempts - 1 WHERE id"
          + " = :id")
  void putBack(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant at);

  @Query("DELETE FROM task WHERE id = :id")
  void remove(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  /** What is queued of an article. */
  List<Task> findByArticleAndLanguage(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language);

  Iterable<Task> saveAll(Iterable<Task> tasks);

  /** The newer source of a segment that is queued already. */
  @Query(
      "UPDATE task SET hash = :hash, lease = NULL, asked = FALSE, attempts = 0, due_at = :dueAt"
          + " WHERE id = :id")
  void renew(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      String hash,
      Instant dueAt);

  /** Held, but for what an engine is answering just now; or let go on. */
  @Query(
      "UPDATE task SET paused = :paused, attempts = IF(lease IS NULL OR asked, attempts, attempts -"
          + " 1), due_at = IF(lease IS NULL OR asked, due_at, :now), lease = IF(asked, lease, NULL)"
          + " WHERE job = :job")
  void pause(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID job,
      boolean paused,
      Instant now);

  @Query("UPDATE task SET priority = :priority WHERE article = :article")
  void prioritise(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      long priority);

  @Query("DELETE FROM task WHERE job = :job")
  void deleteByJob(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID job);

  @Query("DELETE FROM task WHERE article = :article")
  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
