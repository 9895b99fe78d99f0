package voxpop.article.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The two things that are worth knowing of what a file carries beside its pixels: how the camera
 * was held, and a PNG's colour profile, which ImageIO ignores. Everything is read within bounds;
 * what is broken counts as absent.
 *
 * @param profile the ICC profile of a PNG; the other readers apply theirs by themselves
 */
record Embedded(Orientation orientation, byte @Nullable [] profile) {
  /**
   * Profiles of displays and cameras have some kilobytes; more unpacked bytes than this is a bomb.
   */
  private static final int LARGEST_PROFILE = 4 << 20;

  private static final int ORIENTATION_TAG = 0x0112;
  private static final byte[] EXIF_PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  static Embedded of(PictureFormat format, byte[] file) {
    Map<String, byte[]> parts = new HashMap<>();
    try {
      ByteBuffer in = ByteBuffer.wrap(file);
      switch (format) {
        case JPEG -> jpeg(in, parts);
        case PNG -> png(in, parts);
        case WEBP -> webp(in.order(ByteOrder.LITTLE_ENDIAN), parts);
        case GIF -> {}
      }
    } catch (RuntimeException broken) {
      // cut off in the middle: what was found before still counts
    }
    return new Embedded(orientation(parts.get("Exif")), profile(parts.get("iCCP")));
  }

  private static void jpeg(ByteBuffer in, Map<String, byte[]> parts) {
    in.position(2);
    while (in.get() == (byte) 0xff) {
      int marker = in.get() & 0xff;
      while (marker == 0xff) {
        marker = in.get() & 0xff;
      }
      if (marker == 0xda || marker == 0xd9) {
        return;
      }
      byte[] segment = take(in, (in.getShort() & 0xffff) - 2);
      if (marker == 0xe1 && startsWith(segment, EXIF_PREFIX)) {
        parts.putIfAbsent("Exif", segment);
      }
    }
  }

  private static void png(ByteBuffer in, Map<String, byte[]> parts) {
    in.position(8);
    while (in.hasRemaining()) {
      int length = in.getInt();
      String type = new String(take(in, 4), StandardCharsets.ISO_8859_1);
      byte[] chunk = take(in, length);
      in.getInt();
      switch (type) {
        case "eXIf" -> parts.putIfAbsent("Exif", chunk);
        case "iCCP" -> parts.putIfAbsent("iCCP", chunk);
        default -> {}
      }
    }
  }

  private static void webp(ByteBuffer in, Map<String, byte[]> parts) {
    in.position(12);
    while (in.hasRemaining()) {
      String type = new String(take(in, 4), StandardCharsets.ISO_8859_1);
      int length = in.getInt();
      byte[] chunk = take(in, length);
      if (type.equals("EXIF")) {
        parts.putIfAbsent("Exif", chunk);
      }
      if (length % 2 == 1) {
        in.get();
      }
    }
  }

  /**
   * Reads the first directory of the TIFF structure that Exif is; some writers put the JPEG prefix
   * before it everywhere.
   */
  private static Orientation orientation(byte @Nullable [] exif) {
    if (exif == null) {
      return Orientation.UPRIGHT;
    }
    try {
      ByteBuffer tiff = ByteBuffer.wrap(exif);
      if (startsWith(exif, EXIF_PREFIX)) {
        tiff = tiff.position(EXIF_PREFIX.length).slice();
      }
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if ((tiff.getShort(entry) & 0xffff) == ORIENTATION_TAG) {
          return Orientation.of(tiff.getShort(entry + 8) & 0xffff);
        }
      }
    } catch (RuntimeException broken) {
      // as if there were none
    }
    return Orientation.UPRIGHT;
  }

  private static byte @Nullable [] profile(byte @Nullable [] iccp) {
    if (iccp == null) {
      return null;
    }
    int name = 0;
    while (name < iccp.length && iccp[name] != 0) {
      name++;
    }
    int start = name + 2;
    if (start >= iccp.length) {
      return null;
    }
    try (var unpacking =
        new InflaterInputStream(new ByteArrayInputStream(iccp, start, iccp.length - start))) {
      byte[] unpacked = unpacking.readNBytes(LARGEST_PROFILE + 1);
      return unpacked.length > LARGEST_PROFILE ? null : unpacked;
    } catch (IOException broken) {
      return null;
    }
  }

  private static byte[] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("cut off");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && java.util.Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
