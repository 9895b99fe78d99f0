package voxpop.kit.id;

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

@JdbcRepository(dialect = Dialect.MYSQL)
interface Things extends GenericRepository<Thing, UUID> {
  void save(Thing thing);

  Optional<Thing> findById(UUID id);

  @Query(
      """
      SELECT * FROM thing
      WHERE created_at < :at OR (created_at = :at AND id < :id)
      ORDER BY created_at DESC, id DESC LIMIT 2
      """)
  List<Thing> before(
      Instant at, @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);
}
