package voxpop.article.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Brings a decoded picture into sRGB and divides its size by a whole number, averaging each block
 * of pixels. It works in strips of one block's height, so that a large picture is in memory only
 * once.
 */
final class Shrinking {
  private final BufferedImage source;
  private final @Nullable ICC_ColorSpace profile;
  private final ColorConvertOp toSrgb = new ColorConvertOp(null);
  private final boolean convertsItself;

  /** {@code profile} is what the picture's numbers mean, if its reader didn't know. */
  Shrinking(BufferedImage source, @Nullable ICC_ColorSpace profile) {
    this.source = source;
    ColorSpace space = source.getColorModel().getColorSpace();
    this.convertsItself = space.isCS_sRGB() || isPlainGray(source);
    this.profile = space.isCS_sRGB() ? profile : null;
  }

  BufferedImage by(int factor) {
    int width = Math.max(1, source.getWidth() / factor);
    int height = Math.max(1, source.getHeight() / factor);
    boolean seeThrough = source.getColorModel().getTransparency() != Transparency.OPAQUE;
    BufferedImage small =
        new BufferedImage(
            width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    boolean anySeeThrough = false;
    for (int y = 0; y < height; y++) {
      int strip = Math.min(factor, source.getHeight() - y * factor);
      int[] pixels = srgb(y * factor, strip);
      for (int x = 0; x < width; x++) {
        row[x] = average(pixels, x * factor, Math.min(factor, source.getWidth()), strip);
        anySeeThrough |= row[x] >>> 24 != 255;
      }
      small.setRGB(0, y, width, 1, row, 0, width);
    }
    return seeThrough && !anySeeThrough ? opaque(small) : small;
  }

  /**
   * Colours count by how much is seen of them, or the colour of nothing would bleed into the edges.
   */
  private int average(int[] pixels, int left, int across, int down) {
    if (across == 1 && down == 1) {
      return pixels[left];
    }
    long alpha = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = 0; y < down; y++) {
      for (int i = y * source.getWidth() + left, end = i + across; i < end; i++) {
        int argb = pixels[i];
        int a = argb >>> 24;
        alpha += a;
        red += (long) a * (argb >> 16 & 255);
        green += (long) a * (argb >> 8 & 255);
        blue += (long) a * (argb & 255);
      }
    }
    if (alpha == 0) {
      return 0;
    }
    int count = across * down;
    return rounded(alpha, count) << 24
        | rounded(red, alpha) << 16
        | rounded(green, alpha) << 8
        | rounded(blue, alpha);
  }

  private static int rounded(long sum, long parts) {
    return (int) ((sum + parts / 2) / parts);
  }

  private int[] srgb(int y, int rows) {
    BufferedImage strip = source.getSubimage(0, y, source.getWidth(), rows);
    BufferedImage argb = new BufferedImage(source.getWidth(), rows, BufferedImage.TYPE_INT_ARGB);
    if (isPlainGray(source)) {
      copyGray(strip.getRaster(), source.getColorModel(), argb);
    } else if (convertsItself) {
      draw(strip, argb);
    } else {
      toSrgb.filter(strip, argb);
    }
    return profile == null ? pixels(argb) : converted(argb, profile);
  }

  /** Takes the strip's numbers for what the profile says they are. */
  private int[] converted(BufferedImage strip, ICC_ColorSpace colours) {
    ColorModel meaning =
        new DirectColorModel(
            colours, 32, 0xff0000, 0xff00, 0xff, 0xff000000, false, DataBuffer.TYPE_INT);
    BufferedImage meant = new BufferedImage(meaning, strip.getRaster(), false, null);
    BufferedImage argb =
        new BufferedImage(strip.getWidth(), strip.getHeight(), BufferedImage.TYPE_INT_ARGB);
    toSrgb.filter(meant, argb);
    return pixels(argb);
  }

  /**
   * Java takes gray without a profile for linear light and would wash it out; files mean the same
   * curve as sRGB, so the numbers are copied as they are.
   */
  private static void copyGray(Raster gray, ColorModel model, BufferedImage argb) {
    int width = gray.getWidth();
    int[] values = new int[width];
    int[] alphas = new int[width];
    int drop = model.getComponentSize(0) - 8;
    int[] out = pixels(argb);
    for (int y = 0; y < gray.getHeight(); y++) {
      gray.getSamples(gray.getMinX(), gray.getMinY() + y, width, 1, 0, values);
      if (model.hasAlpha()) {
        gray.getSamples(gray.getMinX(), gray.getMinY() + y, width, 1, 1, alphas);
      }
      for (int x = 0; x < width; x++) {
        int value = values[x] >> drop;
        int alpha = model.hasAlpha() ? alphas[x] >> drop : 255;
        out[y * width + x] = alpha << 24 | value << 16 | value << 8 | value;
      }
    }
  }

  private static boolean isPlainGray(BufferedImage image) {
    ColorModel model = image.getColorModel();
    return !(model instanceof IndexColorModel)
        && model.getComponentSize(0) >= 8
        && model.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
  }

  private static void draw(BufferedImage from, BufferedImage to) {
    Graphics2D pen = to.createGraphics();
    pen.setComposite(AlphaComposite.Src);
    pen.drawImage(from, 0, 0, null);
    pen.dispose();
  }

  private static BufferedImage opaque(BufferedImage image) {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    draw(image, plain);
    return plain;
  }

  private static int[] pixels(BufferedImage argb) {
    return ((DataBufferInt) argb.getRaster().getDataBuffer()).getData();
  }
}
