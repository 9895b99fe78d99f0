package voxpop.comment.comment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/**
 * Lists of comments by keyset: each query is one range of the index that is named for it in the
 * migration. As other indexes begin with the same columns the query names its own: MySQL takes
 * another one, and sorts, when it finds few rows.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ThreadRepository extends GenericRepository<Comment, UUID> {

  @Query(
      """
      SELECT * FROM comment FORCE INDEX (thread_oldest)
      WHERE article_id = :article AND shown = 1 AND path > :after
      ORDER BY path LIMIT :limit\
      """)
  List<Comment> oldest(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      byte[] after,
      int limit);

  @Query(
      """
      SELECT * FROM comment FORCE INDEX (thread_newest)
      WHERE article_id = :article AND shown = 1
        AND (root_id < :root OR (root_id = :root AND path > :after))
      ORDER BY root_id DESC, path LIMIT :limit\
      """)
  List<Comment> newest(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID root,
      byte[] after,
      int limit);

  @Query(
      """
      SELECT * FROM comment FORCE INDEX (thread_language_oldest)
      WHERE article_id = :article AND language = :language AND shown = 1 AND path > :after
      ORDER BY path LIMIT :limit\
      """)
  List<Comment> oldestIn(
      String language,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      byte[] after,
      int limit);

  @Query(
      """
      SELECT * FROM comment FORCE INDEX (thread_language_newest)
      WHERE article_id = :article AND language = :language AND shown = 1
        AND (root_id < :root OR (root_id = :root AND path > :after))
      ORDER BY root_id DESC, path LIMIT :limit\
      """)
  List<Comment> newestIn(
      String language,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID root,
      byte[] after,
      int limit);

  @Query(
      "SELECT * FROM comment WHERE writer = :writer AND article_id = :article AND status = 'HELD'"
          + " LIMIT :limit")
  List<Comment> heldOf(
      String writer,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      int limit);

  @Query(
      "SELECT * FROM comment FORCE INDEX (queue) WHERE status = :status AND id > :after ORDER BY id"
          + " LIMIT :limit")
  List<Comment> queueOldest(
      CommentStatus status,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID after,
      int limit);

  @Query(
      "SELECT * FROM comment FORCE INDEX (queue) WHERE status = :status AND id < :before ORDER BY"
          + " id DESC LIMIT :limit")
  List<Comment> queueNewest(
      CommentStatus status,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID before,
      int limit);
}
