package voxpop.translation.edition;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface EditionRepository extends GenericRepository<Edition, UUID> {
  Optional<Edition> findByArticleAndLanguage(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language);

  @Query(
      "SELECT published, live, origin, status, slug FROM edition WHERE article = :article AND"
          + " language = :language")
  Optional<Standing> standing(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language);

  @Query("SELECT language FROM edition WHERE article = :article")
  List<String> languages(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  boolean existsById(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  List<Edition> findByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  Edition save(Edition edition);

  Edition update(Edition edition);

  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
