package voxpop.translation.job;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * One segment to be translated into one language.
 *
 * @param hash of the source that is meant; a later edit replaces it
 * @param attempts how often it was claimed
 * @param lease of whoever has claimed it
 * @param dueAt when it may be claimed (again)
 * @param asked whether whoever claimed it has sent it to an engine, and no answer was kept yet
 * @param paused whether its job is held
 * @param priority the higher, the sooner ({@link Priorities})
 */
@MappedEntity("task")
record Task(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID job,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    String language,
    String hash,
    int attempts,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) @Nullable UUID lease,
    Instant dueAt,
    boolean asked,
    boolean paused,
    long priority) {}
