package voxpop.comment.article;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ArticleRepository extends GenericRepository<KnownArticle, UUID> {

  @Query(
      """
      SELECT a.id, a.status, a.comments, a.language, s.comments AS site_comments, s.language AS site_language,
        s.languages AS site_languages
      FROM article a LEFT JOIN site s ON s.id = 1 WHERE a.id = :id\
      """)
  Optional<KnownArticle> find(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query(
      """
      INSERT INTO article (id, status, comments, language) VALUES (:id, :status, :comments, :language)
      ON DUPLICATE KEY UPDATE status = VALUES(status), comments = VALUES(comments), language = VALUES(language)\
      """)
  void keep(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      String status,
      CommentRule comments,
      String language);

  @Query("DELETE FROM article WHERE id = :id")
  void forget(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query(
      """
      INSERT INTO site (id, comments, language, languages) VALUES (1, :comments, :language, :languages)
      ON DUPLICATE KEY UPDATE comments = VALUES(comments), language = VALUES(language),
        languages = VALUES(languages)\
      """)
  void keepSite(CommentRule comments, String language, String languages);
}
