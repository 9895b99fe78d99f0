package voxpop.translation.document;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Map;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.segment.State;

/**
 * How far a translation is: its segments by state.
 *
 * @param toDo whether some of them wait for a person
 */
@MappedEntity("progress")
record Progress(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    String language,
    String sourceLanguage,
    String title,
    int missing,
    int machine,
    int draft,
    int approved,
    int stale,
    boolean toDo,
    String kind) {

  Tally tally() {
    return new Tally(
        Map.of(
            State.MISSING, missing,
            State.MACHINE, machine,
            State.DRAFT, draft,
            State.APPROVED, approved,
            State.STALE, stale),
        missing + machine + draft + approved + stale);
  }

  Map<String, Integer> counts() {
    return tally().counts();
  }
}
