package voxpop.article.media;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in, an upright picture in sRGB out, no wider than asked plus a little. Of an animation the
 * first frame is taken: a picture here is something that a reader can look at in peace, and film
 * has its own formats.
 *
 * <p>Dimensions are read and judged before a pixel is unpacked.
 */
final class Decoding {
  /** More than any telephone's picture; beyond it a small file could fill the memory. */
  static final long MOST_PIXELS = 64_000_000;

  /** A picture this long is a mistake or an attack, and JPEG itself ends at 65,535. */
  static final int LONGEST_SIDE = 20_000;

  /**
   * Pixels held at once for one picture, in bytes; larger ones are read with gaps between the
   * pixels.
   */
  private static final long PIXEL_BYTES = 128L << 20;

  private Decoding() {}

  static BufferedImage decode(PictureFormat format, byte[] file, int width) throws Unreadable {
    Embedded embedded = Embedded.of(format, file);
    ImageReader reader = ImageIO.getImageReadersByFormatName(format.reader()).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      // metadata is ignored: it is where packed texts can explode, and none of it is kept
      reader.setInput(in, true, true);
      BufferedImage raw = read(reader);
      int across = embedded.orientation().sideways() ? raw.getHeight() : raw.getWidth();
      int factor = Math.max(1, across / width);
      while (4L * (raw.getWidth() / factor) * (raw.getHeight() / factor) > PIXEL_BYTES) {
        factor++;
      }
      BufferedImage shrunk = new Shrinking(raw, colours(embedded.profile())).by(factor);
      return embedded.orientation().upright(shrunk);
    } catch (IOException | RuntimeException broken) {
      throw new Unreadable("is damaged: it can't be read as " + format);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader) throws IOException, Unreadable {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new Unreadable(
          "has %d × %d pixels; at most %d a side and %d million in all are taken"
              .formatted(width, height, LONGEST_SIDE, MOST_PIXELS / 1_000_000));
    }
    long bytes = (long) width * height * bytesPerPixel(reader);
    int gap = 1;
    while (bytes / ((long) gap * gap) > PIXEL_BYTES) {
      gap++;
    }
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceSubsampling(gap, gap, 0, 0);
    return reader.read(0, how);
  }

  private static int bytesPerPixel(ImageReader reader) throws IOException {
    ImageTypeSpecifier type = reader.getImageTypes(0).next();
    return Math.max(1, type.getColorModel().getPixelSize() / 8);
  }

  /** The profile as colours, if it is one of three channels that the JDK understands. */
  private static @Nullable ICC_ColorSpace colours(byte @Nullable [] profile) {
    if (profile == null) {
      return null;
    }
    try {
      ICC_ColorSpace colours = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
      return colours.getNumComponents() == 3 ? colours : null;
    } catch (RuntimeException broken) {
      return null;
    }
  }
}
