package voxpop.gateway.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of our own, as it leaves the house: under a name that changes with its content. */
public final class Asset {
  private final String path;
  private final String type;
  private final byte[] plain;
  private volatile byte @Nullable [] gzip;
  private volatile byte @Nullable [] brotli;

  Asset(String path, String type, byte[] plain) {
    this.path = path;
    this.type = type;
    this.plain = plain;
  }

  /** The address below the site, {@code /assets/site.1a2b3c4d.css}. */
  public String path() {
    return path;
  }

  public String type() {
    return type;
  }

  public byte[] plain() {
    return plain;
  }

  /** Fonts and pictures are compressed in themselves. */
  public boolean compressible() {
    return type.startsWith("text/") || type.startsWith("image/svg");
  }

  /** As small as gzip makes it; compressed once, when first asked for. */
  public byte[] gzip() {
    byte[] bytes = gzip;
    if (bytes == null) {
      bytes = gzipped();
      gzip = bytes;
    }
    return bytes;
  }

  /** As small as brotli makes it, or null where its native library doesn't run. */
  public byte @Nullable [] brotli() {
    byte[] bytes = brotli;
    if (bytes == null && Brotli4jLoader.isAvailable()) {
      try {
        bytes = Encoder.compress(plain, new Encoder.Parameters().setQuality(11));
        brotli = bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }

  private byte[] gzipped() {
    var out = new ByteArrayOutputStream(plain.length);
    try (var zip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
