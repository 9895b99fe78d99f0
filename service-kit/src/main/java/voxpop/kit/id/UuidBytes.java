package voxpop.kit.id;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores a {@link UUID} as {@code BINARY(16)}, most significant byte first, so that UUIDv7 sort by
 * time.
 *
 * <p>Entities name it once per field: {@code @TypeDef(type = DataType.BYTE_ARRAY, converter =
 * UuidBytes.class)}; query parameters of a repository take the same annotation.
 */
@Singleton
public class UuidBytes implements AttributeConverter<UUID, byte[]> {
  @Override
  public byte @Nullable [] convertToPersistedValue(@Nullable UUID id, ConversionContext context) {
    return id == null ? null : bytes(id);
  }

  @Override
  public @Nullable UUID convertToEntityValue(byte @Nullable [] stored, ConversionContext context) {
    return stored == null ? null : uuid(stored);
  }

  /** The 16 bytes of an identifier, for plain JDBC. */
  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** The identifier in 16 bytes, for plain JDBC. */
  public static UUID uuid(byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
