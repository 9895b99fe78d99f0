package voxpop.comment.comment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** Notes that a thread has changed, until the feed has told it. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ThreadNewsRepository extends GenericRepository<ThreadNewsRepository.Note, UUID> {
  @MappedEntity("thread_news")
  record Note(
      @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID articleId) {}

  Note save(Note note);

  /** The first note of each article that has any. */
  @Query("SELECT MIN(id) AS id, article_id FROM thread_news GROUP BY article_id LIMIT 1000")
  List<Note> firstOfEach();

  /** How many went. Waits for notes that are just being written, so that what goes is committed. */
  @Query("DELETE FROM thread_news WHERE article_id = :article")
  int forget(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  /**
   * Makes sure there is a row, and locks it for writing at once: two who first only read it would
   * wait for each other.
   */
  @Query(
      "INSERT INTO thread_told (article_id, told_at) VALUES (:article, '2000-01-01')"
          + " ON DUPLICATE KEY UPDATE told_at = told_at")
  void begin(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  /**
   * 1 if nothing was told for a second; the database's clock is the same for all instances. Others
   * wait until the transaction ends.
   */
  @Query(
      "UPDATE thread_told SET told_at = NOW(6) WHERE article_id = :article AND told_at <= NOW(6) -"
          + " INTERVAL 1 SECOND")
  int tell(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
