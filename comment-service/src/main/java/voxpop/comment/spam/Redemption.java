package voxpop.comment.spam;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * A challenge that was answered, rightly or wrongly.
 *
 * @param commentId what was written with it, if anything was
 * @param fingerprint of what was written and by whom, so that the same request is known when it
 *     comes again
 */
@MappedEntity("redemption")
record Redemption(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID nonce,
    Instant expiresAt,
    @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID commentId,
    @Nullable String fingerprint) {}
