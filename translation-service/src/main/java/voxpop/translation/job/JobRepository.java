package voxpop.translation.job;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

  @Query(
      "UPDATE job SET total = total + :more, memory_characters = memory_characters + :known WHERE"
          + " id = :id")
  void grow(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      int more,
      long known);

  @Query(
      "UPDATE job SET done = done + :done, failed = failed + :failed, engine_characters ="
          + " engine_characters + :engineCharacters, engine = :engine WHERE id = :id")
  void progress(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      int done,
      int failed,
      long engineCharacters,
      String engine);

  @Query(
      "UPDATE job SET asked_again_characters = asked_again_characters + :characters WHERE id = :id")
  void askedAgain(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, long characters);

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
