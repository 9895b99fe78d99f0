package voxpop.gateway.edge;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes bytes small; never while somebody waits for them. */
public final class Compression {
  /** Below this, headers weigh more than what is saved. */
  static final int SMALLEST = 512;

  /** For files that stay. */
  public static final int BEST_BROTLI = 11;

  // A page is made anew with each comment.
  private static final int BROTLI_OF_PAGES = 6;

  private Compression() {}

  public static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 3);
    try (var zip = new Gzip(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte @Nullable [] brotli(byte[] bytes) {
    return brotli(bytes, BROTLI_OF_PAGES);
  }

  /** Null where brotli's native library doesn't run. */
  public static byte @Nullable [] brotli(byte[] bytes, int quality) {
    if (!Brotli4jLoader.isAvailable()) {
      return null;
    }
    try {
      return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
