package voxpop.article.recommendation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import voxpop.kit.id.UuidBytes;

/** A reader wants to recommend an article. */
record Giving(UUID article, byte[] reader, byte[] network) {

  /** The reader below the article. */
  String who() {
    return key(article, reader);
  }

  /** The network below the article. */
  String from() {
    return key(article, network);
  }

  /** In the order of the tables' keys, which is that in which everybody takes locks. */
  static String key(UUID article, byte[] key) {
    return key(UuidBytes.bytes(article), key);
  }

  static String key(byte[] article, byte[] key) {
    return new String(article, StandardCharsets.ISO_8859_1)
        + new String(key, StandardCharsets.ISO_8859_1);
  }
}
