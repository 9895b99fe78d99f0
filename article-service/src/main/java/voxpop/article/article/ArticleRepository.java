package voxpop.article.article;

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
public interface ArticleRepository extends GenericRepository<Article, UUID> {

  Optional<Article> findById(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  /**
   * Whoever changes anything of an article, its editions included, holds its row from here to the
   * commit.
   */
  @Query("SELECT * FROM article WHERE id = :id FOR UPDATE")
  Optional<Article> lock(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  Article save(Article article);

  Article update(Article article);

  void delete(Article article);
}
