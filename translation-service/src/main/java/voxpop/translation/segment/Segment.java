package voxpop.translation.segment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;

/**
 * A sentence of a source.
 *
 * @param place in reading order; null when the sentence was deleted
 * @param sourceVersion grows with each change of its text
 * @param correctedVersion the version that came as a correction; what was translated before it is
 *     not shown any more
 */
@MappedEntity("segment")
public record Segment(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    @Nullable Integer place,
    Kind kind,
    String source,
    String hash,
    int sourceVersion,
    int correctedVersion) {

  public static Segment of(UUID article, int place, Sentence sentence, boolean correction) {
    int corrected = correction ? 1 : 0;
    return new Segment(
        Ids.next(),
        article,
        place,
        sentence.kind(),
        sentence.text(),
        sentence.hash(),
        1,
        corrected);
  }

  /** The same segment as the new text has it. */
  public Segment at(int newPlace, Sentence sentence, boolean correction) {
    boolean changed = !sentence.text().equals(source);
    int version = changed ? sourceVersion + 1 : sourceVersion;
    int corrected = correction && !sentence.hash().equals(hash) ? version : correctedVersion;
    return new Segment(
        id, article, newPlace, kind, sentence.text(), sentence.hash(), version, corrected);
  }

  public Segment deleted() {
    return new Segment(id, article, null, kind, source, hash, sourceVersion, correctedVersion);
  }
}
