package voxpop.gateway.page;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.edge.Compression;
import voxpop.gateway.edge.Encoding;

/** One file of our own, as it leaves the house: under a name that changes with its content. */
public final class Asset {
  private final String path;
  private final String type;
  private final byte[] plain;
  private volatile @Nullable Map<Encoding, byte[]> forms;

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

  /** Fonts and pictures are compressed in themselves. */
  public boolean compressible() {
    return type.startsWith("text/") || type.startsWith("image/svg");
  }

  /** Whether there is such a form of it. */
  public boolean has(Encoding encoding) {
    return forms().containsKey(encoding);
  }

  /** The file in a form that {@linkplain #has there is}. */
  public byte[] bytes(Encoding encoding) {
    return forms().getOrDefault(encoding, plain);
  }

  /** Made once, when the door opens; as small as it gets, for these files stay. */
  private Map<Encoding, byte[]> forms() {
    Map<Encoding, byte[]> ready = forms;
    if (ready != null) {
      return ready;
    }
    synchronized (this) {
      ready = forms;
      if (ready == null) {
        ready = make();
        forms = ready;
      }
      return ready;
    }
  }

  private Map<Encoding, byte[]> make() {
    Map<Encoding, byte[]> made = new EnumMap<>(Encoding.class);
    made.put(Encoding.IDENTITY, plain);
    if (compressible()) {
      made.put(Encoding.GZIP, Compression.gzip(plain));
      byte[] brotli = Compression.brotli(plain, Compression.BEST_BROTLI);
      if (brotli != null) {
        made.put(Encoding.BROTLI, brotli);
      }
    }
    return made;
  }
}
