package voxpop.comment.comment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.id.UuidBytes;

/**
 * What somebody said. The address for mail isn't part of it: it stands in a table of its own.
 *
 * @param path see {@link ThreadPath}
 * @param writer who may see it while it is held: the reader's or the signed-in person's key
 * @param reason the filter or rule that held it
 * @param shown whether everybody's thread has it: published, or a gap that holds published replies
 * @param erased its writer took it back; nothing of it is left but its place
 */
@MappedEntity("comment")
public record Comment(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID articleId,
    @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID parentId,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID rootId,
    byte[] path,
    @Nullable String writer,
    @Nullable @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID authorId,
    String name,
    String body,
    String html,
    String language,
    Instant createdAt,
    CommentStatus status,
    @Nullable String reason,
    boolean shown,
    boolean erased) {

  public boolean isPublished() {
    return status == CommentStatus.PUBLISHED;
  }

  public boolean isBy(Caller caller) {
    return writer != null && writer.equals(writer(caller));
  }

  /**
   * The key under which a caller's own comments are found again; none for a program without a
   * reader.
   */
  static @Nullable String writer(Caller caller) {
    return caller
        .author()
        .map(author -> "author:" + author.id())
        .or(() -> caller.reader().map(reader -> "reader:" + reader))
        .orElse(null);
  }

  ThreadPath place() {
    return ThreadPath.of(path);
  }
}
