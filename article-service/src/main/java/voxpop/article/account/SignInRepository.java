package voxpop.article.account;

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
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInRepository extends GenericRepository<SignIn, UUID> {

  SignIn save(SignIn signIn);

  Optional<SignIn> findById(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id);

  Optional<SignIn> findBySecretHash(String secretHash);

  List<SignIn> findByAuthorIdOrderByIdDesc(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId);

  @Query("UPDATE sign_in SET used_at = :usedAt, expires_at = :expiresAt WHERE id = :id")
  void touch(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      Instant usedAt,
      Instant expiresAt);

  long deleteByIdAndAuthorId(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId);

  void deleteBySecretHash(String secretHash);

  void deleteByAuthorId(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId);

  @Query("DELETE FROM sign_in WHERE expires_at < :now LIMIT 1000")
  void deleteExpired(Instant now);
}
