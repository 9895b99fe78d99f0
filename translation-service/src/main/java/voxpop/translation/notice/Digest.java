package voxpop.translation.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * How far a translator was told by mail.
 *
 * @param told up to this position
 * @param telling up to this one by the mail that is being sent
 * @param message the identity of that mail
 * @param lease of the instance that sends it, until {@code dueAt}
 * @param attempts since the last one that went out
 * @param failure why the last one did not
 */
@MappedEntity("digest")
record Digest(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID account,
    long told,
    @Nullable Long telling,
    @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID message,
    @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID lease,
    int attempts,
    Instant dueAt,
    @Nullable Instant sentAt,
    @Nullable String failure,
    @Nullable Instant failedAt) {}
