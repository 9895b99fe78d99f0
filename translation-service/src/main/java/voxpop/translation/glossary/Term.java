package voxpop.translation.glossary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;

/**
 * A term of one language in another.
 *
 * @param translation the wording that is wanted or forbidden; null where the term is kept
 * @param caseSensitive whether it is found only as it is written
 * @param version grows with each change, for {@code If-Match}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@MappedEntity("term")
public record Term(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    String source,
    String target,
    String term,
    @TypeDef(type = DataType.STRING) Rule rule,
    @Nullable String translation,
    boolean caseSensitive,
    @Nullable String note,
    int version) {

  static Term of(TermInput input) {
    return new Term(
        Ids.next(),
        input.source(),
        input.target(),
        input.term().strip(),
        input.rule(),
        input.rule() == Rule.KEEP ? null : stripped(input.translation()),
        Boolean.TRUE.equals(input.caseSensitive()),
        stripped(input.note()),
        1);
  }

  Term changed(TermInput input) {
    Term now = of(input);
    return new Term(
        id,
        now.source,
        now.target,
        now.term,
        now.rule,
        now.translation,
        now.caseSensitive,
        now.note,
        version + 1);
  }

  Term withVersion(int other) {
    return new Term(id, source, target, term, rule, translation, caseSensitive, note, other);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
