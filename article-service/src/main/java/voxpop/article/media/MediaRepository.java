package voxpop.article.media;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MediaRepository extends GenericRepository<Media, UUID> {
  Media save(Media media);

  @Query("SELECT * FROM media WHERE id = :id")
  Optional<Media> find(@TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  List<Media> findByIdIn(Collection<UUID> ids);

  @Query("SELECT * FROM media WHERE content = :content LIMIT 1")
  Optional<Media> sameBytes(byte[] content);

  @Query("SELECT * FROM media WHERE id < :before ORDER BY id DESC LIMIT :limit")
  List<Media> newest(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID before, int limit);

  @Query("UPDATE media SET alt = :alt, caption = :caption WHERE id = :id")
  void say(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      String alt,
      @Nullable String caption);
}
