package voxpop.translation.memory;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/**
 * A text and the sentence that it translates.
 *
 * @param approved whether a person did
 * @param origin who approved it, or the engine that gave it
 */
@MappedEntity("memory_entry")
public record MemoryEntry(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
    String sourceLanguage,
    String language,
    String hash,
    boolean approved,
    String source,
    String text,
    String origin,
    Instant createdAt) {}
