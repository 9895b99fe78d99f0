package voxpop.article.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where files are kept. A key is like {@code 1f/1f0a…/640.jpg}; what lies under it is written once
 * and never changed.
 */
interface MediaStore {
  /** The name under which a store carries its identifier, in plain text. */
  String IDENTIFIER = "voxpop-pictures.id";

  /**
   * Keeps the bytes. When this returns they outlast a failure of the power; the same key may be
   * written again.
   */
  void put(String key, byte[] bytes) throws IOException;

  /** What is kept under the key. The caller closes it. */
  Optional<Stored> open(String key) throws IOException;

  /** The identifier that this store carries; empty if it was never given one. */
  Optional<String> identifier() throws IOException;

  /**
   * Gives the store an identifier, unless it carries one: of several that try at once, one
   * succeeds.
   *
   * @return the one that it carries now
   */
  String claim(String identifier) throws IOException;

  /** For an operator: where this is, and what it is. */
  String place();

  /** Bytes on their way out, and how many they are. */
  record Stored(InputStream bytes, long length) {}
}
