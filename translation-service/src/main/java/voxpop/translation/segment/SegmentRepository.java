package voxpop.translation.segment;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** The sentences of the sources. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SegmentRepository extends GenericRepository<Segment, UUID> {
  /** What is in the text now, in reading order. */
  List<Segment> findByArticleAndPlaceIsNotNullOrderByPlace(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  /** What was deleted from it. */
  List<Segment> findByArticleAndPlaceIsNull(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);

  /** Of these, what is in the text now. */
  List<Segment> findByIdInAndPlaceIsNotNull(Collection<UUID> ids);

  Optional<Segment> findById(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
