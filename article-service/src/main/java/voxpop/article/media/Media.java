package voxpop.article.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/**
 * A picture as it is stored.
 *
 * @param content under which its files are kept: the hash of what was sent
 * @param width of the largest file, in pixels
 * @param widths of all files, ascending, with commas between
 */
@MappedEntity("media")
record Media(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    byte[] content,
    StoredFormat format,
    int width,
    int height,
    String widths,
    String alt,
    @Nullable String caption,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId,
    Instant createdAt) {

  List<Integer> widthList() {
    return Arrays.stream(widths.split(",")).map(Integer::valueOf).toList();
  }
}
