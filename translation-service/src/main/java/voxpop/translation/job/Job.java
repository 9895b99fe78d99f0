package voxpop.translation.job;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;

/**
 * A machine translation of an article into a language.
 *
 * @param failed sentences left to people
 * @param memoryCharacters characters of source that were known
 * @param engineCharacters characters of source that an engine was asked for and answered
 * @param askedAgainCharacters those that were asked for by an instance that died, so possibly twice
 */
@MappedEntity("job")
public record Job(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    String language,
    @Nullable String engine,
    int total,
    int done,
    int failed,
    long memoryCharacters,
    long engineCharacters,
    long askedAgainCharacters,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  static Job of(UUID article, String language, Instant now) {
    return new Job(Ids.next(), article, language, null, 0, 0, 0, 0, 0, 0, now, null);
  }
}
