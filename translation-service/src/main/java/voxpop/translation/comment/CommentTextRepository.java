package voxpop.translation.comment;

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
interface CommentTextRepository extends GenericRepository<CommentText, UUID> {
  Optional<CommentText> findByCommentAndLanguage(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID comment,
      String language);

  @Query(
      "INSERT INTO comment_text (id, comment, article, language, hash, html, origin, created_at)"
          + " VALUES (:id, :comment, :article, :language, :hash, :html, :origin, :createdAt) ON"
          + " DUPLICATE KEY UPDATE hash = VALUES(hash), html = VALUES(html), origin ="
          + " VALUES(origin), created_at = VALUES(created_at)")
  void keep(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID comment,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language,
      String hash,
      String html,
      String origin,
      Instant createdAt);

  List<CommentText> findByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  void deleteByComment(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID comment);

  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
