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
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface JobRepository extends GenericRepository<Job, UUID> {
  Optional<Job> findById(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query(
      "SELECT * FROM job WHERE article = :article AND language = :language AND finished_at IS NULL"
          + " ORDER BY id LIMIT 1")
  Optional<Job> findOpen(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language);

  long countByArticleAndLanguage(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language);

  Job save(Job job);

  /** The newest first. */
  @Query("SELECT * FROM job WHERE id < :after ORDER BY id DESC LIMIT :limit")
  List<Job> page(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID after, int limit);

  @Query(
      "UPDATE job SET total = total + :more, memory_characters = memory_characters + :known,"
          + " person_characters = :person WHERE id = :id")
  void grow(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      int more,
      long known,
      long person);

  @Query(
      "UPDATE job SET done = done + :done, failed = failed + :failed, engine_characters ="
          + " engine_characters + :engine, glossary_characters = glossary_characters + :glossary,"
          + " memory_characters = memory_characters + :memory, engine = COALESCE(:by, engine),"
          + " waiting = NULL, waiting_until = NULL WHERE id = :id")
  void progress(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      int done,
      int failed,
      long engine,
      long glossary,
      long memory,
      @Nullable String by);

  @Query(
      "UPDATE job SET asked_again_characters = asked_again_characters + :characters WHERE id = :id")
  void askedAgain(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, long characters);

  @Query("UPDATE job SET waiting = :reason, waiting_until = :until WHERE id = :id")
  void waiting(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      String reason,
      @Nullable Instant until);

  @Query("UPDATE job SET paused = :paused WHERE id = :id AND finished_at IS NULL")
  void pause(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, boolean paused);

  @Query(
      "UPDATE job SET cancelled = TRUE, finished_at = :now WHERE id = :id AND finished_at IS NULL")
  void cancel(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant now);

  /** Ends a job that has no task left. */
  @Query(
      "UPDATE job SET finished_at = :now WHERE id = :id AND finished_at IS NULL AND NOT EXISTS"
          + " (SELECT 1 FROM task WHERE task.job = job.id)")
  long finish(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, Instant now);

  @Query("DELETE FROM job WHERE article = :article")
  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
