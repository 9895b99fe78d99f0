package voxpop.translation.suggestion;

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
interface SuggestionRepository extends GenericRepository<Suggestion, UUID> {
  Suggestion save(Suggestion suggestion);

  Suggestion update(Suggestion suggestion);

  @Query("SELECT * FROM suggestion WHERE id = :id FOR UPDATE")
  Optional<Suggestion> lock(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  @Query(
      "SELECT * FROM suggestion WHERE segment = :segment AND language = :language AND fingerprint ="
          + " :fingerprint")
  Optional<Suggestion> same(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
      String language,
      String fingerprint);

  @Query(
      "SELECT COUNT(*) FROM suggestion WHERE segment = :segment AND language = :language AND state"
          + " = 'waiting'")
  long waiting(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
      String language);

  /** The newest first, from one on. */
  @Query(
      "SELECT * FROM suggestion WHERE state = :state AND language IN (:languages) AND id < :before"
          + " ORDER BY id DESC LIMIT :limit")
  List<Suggestion> list(
      String state,
      List<String> languages,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID before,
      int limit);

  @Query(
      "SELECT * FROM suggestion WHERE article = :article AND language = :language AND state ="
          + " 'waiting' ORDER BY id DESC LIMIT 500")
  List<Suggestion> waitingFor(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
      String language);

  @Query("DELETE FROM suggestion WHERE article = :article")
  void deleteByArticle(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article);
}
