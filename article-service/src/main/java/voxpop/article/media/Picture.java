package voxpop.article.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture as programs and pages see it.
 *
 * @param width of the largest file, in pixels
 * @param srcset every width that there is, ascending
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Picture(
    UUID id,
    int width,
    int height,
    String alt,
    @Nullable String caption,
    StoredFormat format,
    List<Source> srcset) {

  /** One file: its width in pixels and its address below the site's. */
  @Serdeable
  public record Source(int width, String url) {}

  Picture(Media media) {
    this(
        media.id(),
        media.width(),
        media.height(),
        media.alt(),
        media.caption(),
        media.format(),
        media.widthList().stream()
            .map(width -> new Source(width, url(media.id(), width, media.format())))
            .toList());
  }

  /** The same picture with words of its own, for example those of a translation. */
  Picture saying(String ownAlt, @Nullable String ownCaption) {
    return new Picture(id, width, height, ownAlt, ownCaption, format, srcset);
  }

  private static String url(UUID id, int width, StoredFormat format) {
    return "/media/" + id + "/" + width + "." + format.extension();
  }
}
