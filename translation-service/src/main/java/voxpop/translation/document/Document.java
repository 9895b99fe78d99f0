package voxpop.translation.document;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * A text that is being translated, as of the newest revision that readers see.
 *
 * @param language what it is written in
 * @param published false while the article is withdrawn
 * @param skeleton what stands around its sentences, as JSON
 * @param refusedRevision a newer one that has too many sentences
 * @param kind post or page, or what it is of the texts that the house says on many pages
 */
@MappedEntity("document")
public record Document(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    String language,
    int revision,
    String title,
    boolean published,
    String skeleton,
    @Nullable Integer refusedRevision,
    String kind) {
  static final String POST = "post";

  /** The revision up to which it is known, taken or not. */
  int newest() {
    return refusedRevision == null ? revision : refusedRevision;
  }

  /** The same, and a newer revision that is not taken. */
  Document refusing(int newer) {
    return new Document(article, language, revision, title, published, skeleton, newer, kind);
  }

  Document withdrawn() {
    return new Document(article, language, revision, title, false, skeleton, refusedRevision, kind);
  }
}
