package voxpop.comment.comment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** Comments one by one; see {@link ThreadRepository} for lists of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface CommentRepository extends GenericRepository<Comment, UUID> {

  Comment save(Comment comment);

  Optional<Comment> findById(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  /**
   * Until the transaction ends nobody changes it; others may hold it so, too. (The one spelling
   * that both servers know.)
   */
  @Query("SELECT * FROM comment WHERE id = :id LOCK IN SHARE MODE")
  Optional<Comment> keep(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query("SELECT * FROM comment WHERE id = :id FOR UPDATE")
  Optional<Comment> lock(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query("UPDATE comment SET status = :status, shown = :shown WHERE id = :id")
  void decide(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      CommentStatus status,
      boolean shown);

  @Query("UPDATE comment SET shown = :shown WHERE id = :id")
  void show(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, boolean shown);

  /** Whether everybody's thread has something below a place. */
  @Query(
      """
      SELECT EXISTS (SELECT 1 FROM comment
        WHERE article_id = :article AND shown = 1 AND path > :place AND path < :end)\
      """)
  boolean hasShownBelow(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      byte[] place,
      byte[] end);

  @Query(
      "UPDATE comment SET name = '', body = '', html = '', writer = NULL, author_id = NULL, erased"
          + " = 1 WHERE id = :id")
  void erase(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query("UPDATE comment SET language = :language WHERE id = :id")
  void say(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, String language);

  @Query("INSERT INTO correspondent (comment_id, email) VALUES (:id, :email)")
  void keepAddress(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id, String email);

  @Query("DELETE FROM correspondent WHERE comment_id = :id")
  void forgetAddress(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  /** Of every comment of an article, in no order. */
  @Query("SELECT status FROM comment WHERE article_id = :article")
  List<String> statusesOf(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  @Query(
      "DELETE correspondent FROM correspondent JOIN comment ON comment.id ="
          + " correspondent.comment_id WHERE comment.article_id = :article")
  void forgetAddressesOf(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  @Query("DELETE FROM comment WHERE article_id = :article")
  void forgetAllOf(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
