package voxpop.comment.moderation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** A decision that was made: what, by whom, when. Never changed; a new one is made instead. */
@Serdeable
@MappedEntity("verdict")
record Verdict(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) @JsonIgnore UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) @JsonIgnore UUID commentId,
    Decision verdict,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId,
    String authorName,
    Instant decidedAt) {}
