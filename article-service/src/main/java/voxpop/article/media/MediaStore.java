package voxpop.article.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where files are kept. A key is like {@code 1f/1f0a…/640.jpg}; what lies under it is written once
 * and never changed.
 */
interface MediaStore {
  /**
   * Keeps the bytes. When this returns they outlast a failure of the power; the same key may be
   * written again.
   */
  void put(String key, byte[] bytes) throws IOException;

  /** What is kept under the key. The caller closes it. */
  Optional<Stored> open(String key) throws IOException;

  /** Bytes on their way out, and how many they are. */
  record Stored(InputStream bytes, long length) {}
}
