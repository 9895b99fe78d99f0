package voxpop.translation.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MemoryRepository extends GenericRepository<MemoryEntry, UUID> {
  void deleteById(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query(
      "DELETE FROM memory_entry WHERE segment = :segment AND source_language = :sourceLanguage AND"
          + " language = :language AND hash = :hash AND approved")
  void forget(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
      String sourceLanguage,
      String language,
      String hash);
}
