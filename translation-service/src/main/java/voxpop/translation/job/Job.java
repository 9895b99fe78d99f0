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
 * @param engineCharacters those that an engine was asked for and answered
 * @param askedAgainCharacters those that were asked for without an answer that counts: an instance
 *     died, or the engine broke off; so they are possibly charged all the same
 * @param glossaryCharacters those of terms that were put in from the glossary
 * @param personCharacters those that a person has translated
 * @param waiting what it waits for: {@code engine-away} or {@code out-of-budget}
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
    long glossaryCharacters,
    long personCharacters,
    boolean paused,
    boolean cancelled,
    @Nullable String waiting,
    @Nullable Instant waitingUntil,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  static final String ENGINE_AWAY = "engine-away";
  static final String OUT_OF_BUDGET = "out-of-budget";

  static Job of(UUID article, String language, Instant now) {
    return new Job(
        Ids.next(),
        article,
        language,
        null,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        false,
        false,
        null,
        null,
        now,
        null);
  }

  /** {@code running}, {@code paused}, {@code waiting}, {@code cancelled} or {@code done}. */
  String state() {
    if (cancelled) return "cancelled";
    if (finishedAt != null) return "done";
    if (paused) return "paused";
    return waiting == null ? "running" : "waiting";
  }

  boolean over() {
    return finishedAt != null;
  }
}
