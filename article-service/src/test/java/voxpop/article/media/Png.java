package voxpop.article.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** PNG files as they come, and as nobody should send them. */
final class Png {
  private static final int AFTER_HEADER = 8 + 25;

  private Png() {}

  static byte[] white(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return of(image);
  }

  static byte[] of(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** A file of a hundred bytes that says it is huge. */
  static byte[] claiming(int width, int height) throws IOException {
    byte[] file = white(1, 1);
    ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(file, 12, 17);
    ByteBuffer.wrap(file).putInt(29, (int) sum.getValue());
    return file;
  }

  static byte[] withChunk(byte[] file, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(file.length + content.length + 12)
        .put(file, 0, AFTER_HEADER)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .put(file, AFTER_HEADER, file.length - AFTER_HEADER)
        .array();
  }

  /** Zeros, packed, after a prefix. */
  static byte[] bomb(String prefix, int unpacked) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(prefix.getBytes(StandardCharsets.ISO_8859_1));
    try (var packing = new DeflaterOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 16];
      for (int i = 0; i < unpacked; i += zeros.length) {
        packing.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
