package voxpop.translation.document;

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
interface DocumentRepository extends GenericRepository<Document, UUID> {
  Optional<Document> findByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  /** Until the end of the transaction nobody else changes anything about this article. */
  @Query("SELECT * FROM document WHERE article = :article FOR UPDATE")
  Optional<Document> lock(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  Document save(Document document);

  Document update(Document document);

  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
