package voxpop.article.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * One picture in the widths that browsers choose from: new files, made of pixels alone.
 *
 * @param width of the largest, which stands for the picture
 * @param files by width in pixels
 */
record Variants(StoredFormat format, int width, int height, SortedMap<Integer, byte[]> files) {
  /**
   * Steps that a browser's choice is worth; the largest fills the text's column on a dense screen.
   */
  private static final int[] LADDER = {320, 640, 960, 1280, 1920};

  static final int WIDEST = LADDER[LADDER.length - 1];

  /** JPEG quality at which a photograph's faults can't be seen at arm's length. */
  private static final float QUALITY = 0.82f;

  static Variants of(BufferedImage picture) {
    StoredFormat format = picture.getColorModel().hasAlpha() ? StoredFormat.PNG : StoredFormat.JPEG;
    int width = Math.min(WIDEST, picture.getWidth());
    BufferedImage largest = scaled(picture, width);
    SortedMap<Integer, byte[]> files = new TreeMap<>();
    files.put(width, encoded(largest, format));
    for (int step : LADDER) {
      if (step < width) {
        files.put(step, encoded(scaled(largest, step), format));
      }
    }
    return new Variants(format, width, largest.getHeight(), files);
  }

  private static BufferedImage scaled(BufferedImage picture, int width) {
    if (width == picture.getWidth()) {
      return picture;
    }
    int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
    try {
      return Thumbnails.of(picture)
          .forceSize(width, height)
          .imageType(picture.getType())
          .asBufferedImage();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] encoded(BufferedImage picture, StoredFormat format) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.word()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format == StoredFormat.JPEG) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
