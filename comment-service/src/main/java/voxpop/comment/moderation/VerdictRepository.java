package voxpop.comment.moderation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface VerdictRepository extends GenericRepository<Verdict, UUID> {
  Verdict save(Verdict verdict);

  /** The newest first. */
  @Query("SELECT * FROM verdict WHERE comment_id = :comment ORDER BY id DESC LIMIT 100")
  List<Verdict> history(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID comment);
}
