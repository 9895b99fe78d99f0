package voxpop.comment.spam;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RedemptionRepository extends GenericRepository<Redemption, UUID> {

  /** 1, or 0 if the challenge has been redeemed before; waits for one who is just doing so. */
  @Query(
      "INSERT IGNORE INTO redemption (nonce, expires_at, comment_id, fingerprint)"
          + " VALUES (:nonce, :expiresAt, :commentId, :fingerprint)")
  int redeem(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID nonce,
      Instant expiresAt,
      @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID commentId,
      @Nullable String fingerprint);

  Optional<Redemption> findByNonce(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID nonce);

  /** How many went; at most 1,000 at once, so that nobody waits for it. */
  @Query("DELETE FROM redemption WHERE expires_at < :now LIMIT 1000")
  int forgetExpired(Instant now);
}
