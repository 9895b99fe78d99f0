package voxpop.article.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The kinds of picture that are taken in, told by their first bytes and never by name or declared
 * type.
 */
enum PictureFormat {
  JPEG("jpeg"),
  PNG("png"),
  WEBP("webp"),
  GIF("gif");

  private final String reader;

  PictureFormat(String reader) {
    this.reader = reader;
  }

  /** The name under which ImageIO knows its reader. */
  String reader() {
    return reader;
  }

  static Optional<PictureFormat> of(byte[] bytes) {
    if (has(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (has(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a")) {
      return Optional.of(GIF);
    }
    return Optional.empty();
  }

  private static boolean has(byte[] bytes, int at, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < at + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
