package voxpop.article.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * One sign-in, of a browser or of a program, until it ends.
 *
 * @param secretHash SHA-256 of a browser's secret; a program has none, it renews its token
 * @param name the browser or program, for the person to recognise it in the list
 */
@MappedEntity("sign_in")
record SignIn(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId,
    @Nullable String secretHash,
    String name,
    Instant createdAt,
    Instant usedAt,
    Instant expiresAt) {}
