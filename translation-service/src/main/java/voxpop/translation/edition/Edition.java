package voxpop.translation.edition;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;

/**
 * What readers get of an article in one language.
 *
 * @param published whether it is to be given to readers
 * @param live whether it is: false also while the article is withdrawn
 * @param takenBack whether a person took it back; then no machine publishes it again
 * @param reviewed whether a person ever approved a sentence of it; then no machine's text enters it
 * @param slug as a person typed it, else the title when it was first published
 */
@MappedEntity("edition")
public record Edition(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID article,
    String language,
    int version,
    boolean published,
    boolean live,
    boolean takenBack,
    boolean reviewed,
    @Nullable String slug,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String html,
    @Nullable String origin,
    @Nullable String status,
    int sourceRevision) {

  static Edition none(UUID article, String language) {
    return new Edition(
        Ids.next(),
        article,
        language,
        0,
        false,
        false,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  Edition withReviewed() {
    return new Edition(
        id,
        article,
        language,
        version,
        published,
        live,
        takenBack,
        true,
        slug,
        title,
        summary,
        html,
        origin,
        status,
        sourceRevision);
  }

  Edition give(@Nullable String typedSlug) {
    return new Edition(
        id,
        article,
        language,
        version,
        true,
        live,
        false,
        reviewed,
        typedSlug == null ? slug : typedSlug,
        title,
        summary,
        html,
        origin,
        status,
        sourceRevision);
  }

  Edition takeBack() {
    return new Edition(
        id,
        article,
        language,
        version,
        false,
        false,
        true,
        reviewed,
        slug,
        title,
        summary,
        html,
        origin,
        status,
        sourceRevision);
  }

  Edition withdrawn() {
    return new Edition(
        id,
        article,
        language,
        version,
        published,
        false,
        takenBack,
        reviewed,
        slug,
        title,
        summary,
        html,
        origin,
        status,
        sourceRevision);
  }

  /** The next version with this text. */
  Edition filled(Rendering text, int revision) {
    return new Edition(
        id,
        article,
        language,
        version + 1,
        published,
        true,
        takenBack,
        reviewed,
        slug == null && !text.title().isEmpty() ? text.title() : slug,
        text.title(),
        text.summary(),
        text.html(),
        text.byMachine() ? "machine" : "human",
        text.current() ? "current" : "stale",
        text.current() || sourceRevision == 0 ? revision : sourceRevision);
  }

  /** Whether readers, or their programs, would see a difference. */
  boolean differs(Edition other) {
    return live != other.live
        || sourceRevision != other.sourceRevision
        || !Objects.equals(slug, other.slug)
        || !Objects.equals(title, other.title)
        || !Objects.equals(summary, other.summary)
        || !Objects.equals(html, other.html)
        || !Objects.equals(origin, other.origin)
        || !Objects.equals(status, other.status);
  }
}
