package voxpop.translation.document;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

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

  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("missing", missing);
    counts.put("machine", machine);
    counts.put("draft", draft);
    counts.put("approved", approved);
    counts.put("stale", stale);
    return counts;
  }
}
