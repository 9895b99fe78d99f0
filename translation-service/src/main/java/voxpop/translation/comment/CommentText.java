package voxpop.translation.comment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/**
 * A comment in another language.
 *
 * @param hash of what it translates, with its language
 * @param origin the engine's name, or {@code memory}
 */
@MappedEntity("comment_text")
record CommentText(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID comment,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    String language,
    String hash,
    String html,
    String origin,
    Instant createdAt) {}
