package voxpop.translation.suggestion;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.segment.Segment;

/**
 * A better translation of a sentence, as a reader wrote it. Nothing is kept of who that was.
 *
 * @param hash of the source that the reader saw
 * @param shown what stood there
 * @param fingerprint of the text: the same is not suggested twice
 */
@MappedEntity("suggestion")
record Suggestion(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID segment,
    String language,
    String hash,
    String shown,
    String text,
    String fingerprint,
    String state,
    Instant createdAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy) {
  static final String WAITING = "waiting";

  static Suggestion of(
      Segment segment,
      String language,
      String shown,
      String text,
      String fingerprint,
      Instant now) {
    return new Suggestion(
        Ids.next(),
        segment.article(),
        segment.id(),
        language,
        segment.hash(),
        shown,
        text,
        fingerprint,
        WAITING,
        now,
        null,
        null);
  }

  Suggestion decided(String verdict, String by, Instant now) {
    return new Suggestion(
        id,
        article,
        segment,
        language,
        hash,
        shown,
        text,
        fingerprint,
        verdict,
        createdAt,
        now,
        by);
  }
}
