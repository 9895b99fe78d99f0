package voxpop.article.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PreferenceRepository extends GenericRepository<Preference, UUID> {
  Optional<Preference> findByAuthor(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID author);

  List<Preference> findAll();

  /** As everybody's are, unless there are some. */
  @Query("INSERT IGNORE INTO author_preference (author, digest, token) VALUES (:author, 1, :token)")
  void begin(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID author, String token);

  /** Who wants mails again has mended what the mail server refused. */
  @Query(
      "UPDATE author_preference SET language = :language, digest = :digest, refused = IF(:digest,"
          + " NULL, refused) WHERE author = :author")
  void change(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID author,
      @Nullable String language,
      boolean digest);

  @Query("UPDATE author_preference SET refused = :code WHERE author = :author")
  void refuse(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID author,
      @Nullable String code);

  @Query("UPDATE author_preference SET digest = FALSE WHERE token = :token")
  int unsubscribe(String token);
}
