package voxpop.article.media;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.Ids;
import voxpop.kit.problem.Problem;

/**
 * Takes a picture in: judged, made anew in every width, on the disk for good, and only then known.
 */
@Singleton
class Uploads {
  /** A camera's best JPEG has about half of it. */
  static final int MOST_BYTES = 20 << 20;

  /** Part of what is hashed, so that files made in an older way are never taken for today's. */
  private static final String WAY_OF_MAKING = "1";

  private final MediaStore store;
  private final MediaRepository media;
  private final Clock clock;

  /** Unpacked pictures are large: one at a time, the others wait. */
  private final Semaphore unpacking = new Semaphore(1);

  Uploads(MediaStore store, MediaRepository media, Clock clock) {
    this.store = store;
    this.media = media;
    this.clock = clock;
  }

  Picture take(byte[] file, String alt, @Nullable String caption, UUID author) {
    if (file.length > MOST_BYTES) {
      throw Problem.of(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "too-large",
          "Too large",
          "A picture may have %d megabytes.".formatted(MOST_BYTES >> 20));
    }
    PictureFormat format =
        PictureFormat.of(file)
            .orElseThrow(() -> Problem.invalid("file", "must be a JPEG, PNG, WebP or GIF picture"));
    byte[] content = hash(file);
    Media row =
        media
            .sameBytes(content)
            .map(
                same ->
                    row(
                        same.format(),
                        same.width(),
                        same.height(),
                        same.widths(),
                        content,
                        alt,
                        caption,
                        author))
            .orElseGet(() -> make(format, file, content, alt, caption, author));
    return new Picture(media.save(row));
  }

  private Media make(
      PictureFormat format,
      byte[] file,
      byte[] content,
      String alt,
      @Nullable String caption,
      UUID author) {
    Variants variants = variants(format, file);
    try {
      for (Map.Entry<Integer, byte[]> made : variants.files().entrySet()) {
        store.put(key(content, made.getKey(), variants.format()), made.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A picture can't be stored", e);
    }
    String widths =
        variants.files().keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
    return row(
        variants.format(),
        variants.width(),
        variants.height(),
        widths,
        content,
        alt,
        caption,
        author);
  }

  private Variants variants(PictureFormat format, byte[] file) {
    unpacking.acquireUninterruptibly();
    try {
      return Variants.of(Decoding.decode(format, file, Variants.WIDEST));
    } catch (Unreadable e) {
      throw Problem.invalid("file", String.valueOf(e.getMessage()));
    } finally {
      unpacking.release();
    }
  }

  private Media row(
      StoredFormat format,
      int width,
      int height,
      String widths,
      byte[] content,
      String alt,
      @Nullable String caption,
      UUID author) {
    return new Media(
        Ids.next(), content, format, width, height, widths, alt, caption, author, clock.instant());
  }

  static String key(byte[] content, int width, StoredFormat format) {
    String name = HexFormat.of().formatHex(content);
    return name.substring(0, 2) + "/" + name + "/" + width + "." + format.extension();
  }

  private static byte[] hash(byte[] file) {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      sum.update(WAY_OF_MAKING.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return sum.digest(file);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
