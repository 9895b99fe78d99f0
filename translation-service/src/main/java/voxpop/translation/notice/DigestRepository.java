package voxpop.translation.notice;

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
interface DigestRepository extends GenericRepository<Digest, UUID> {
  /** Nothing told yet, unless there is a row. */
  @Query(
      "INSERT IGNORE INTO digest (account, told, attempts, due_at) VALUES (:account, 0, 0, :now)")
  void begin(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account, Instant now);

  Optional<Digest> findByAccount(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account);

  /** The row, if it is due; one that another instance is about to claim is passed over. */
  @Query("SELECT * FROM digest WHERE account = :account AND due_at <= :now FOR UPDATE SKIP LOCKED")
  Optional<Digest> due(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account, Instant now);

  @Query(
      "UPDATE digest SET telling = :telling, message = :message, lease = :lease, attempts ="
          + " attempts + 1, due_at = :until WHERE account = :account")
  void claim(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account,
      long telling,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID message,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease,
      Instant until);

  /** What was being told was told, or is true no more. */
  @Query(
      "UPDATE digest SET told = telling, telling = NULL, message = NULL, lease = NULL, attempts ="
          + " 0, due_at = :next, sent_at = COALESCE(:sentAt, sent_at), failure = NULL, failed_at ="
          + " NULL WHERE account = :account AND message = :message")
  void told(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID message,
      @Nullable Instant sentAt,
      Instant next);

  /** It did not go out. Surely not: then the next one may tell more, and is another mail. */
  @Query(
      "UPDATE digest SET telling = IF(:surely, NULL, telling), message = IF(:surely, NULL,"
          + " message), lease = NULL, due_at = :next, failure = :failure, failed_at = :now WHERE"
          + " account = :account AND lease = :lease")
  void failed(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account,
      @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease,
      boolean surely,
      String failure,
      Instant now,
      Instant next);

  /** The one that went out last. */
  @Query("SELECT * FROM digest WHERE sent_at IS NOT NULL ORDER BY sent_at DESC LIMIT 1")
  Optional<Digest> lastSent();

  /** The one that failed last and did not go out since. */
  @Query("SELECT * FROM digest WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT 1")
  Optional<Digest> lastFailed();
}
