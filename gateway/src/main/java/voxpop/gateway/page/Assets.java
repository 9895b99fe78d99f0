package voxpop.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import voxpop.gateway.edge.Encoding;

/**
 * Our own style sheets, scripts, fonts and marks. Each is served under a name with a hash of its
 * content, so that a browser may keep it for good; a file names another one as {@code
 * asset:literata-latin.woff2}.
 */
@Singleton
public final class Assets {
  /**
   * Sets the kept colour scheme before anything is painted: the one script that stands in the page
   * itself.
   */
  public static final String SCHEME_SCRIPT =
      "try{var"
          + " s=localStorage.getItem('scheme');if(s=='light'||s=='dark')document.documentElement.dataset.scheme=s}catch(e){}";

  /** What the content security policy allows {@link #SCHEME_SCRIPT} by. */
  public static final String SCHEME_HASH =
      "'sha256-" + Base64.getEncoder().encodeToString(digest(SCHEME_SCRIPT.getBytes(UTF_8))) + "'";

  private static final Pattern REFERENCE = Pattern.compile("asset:([a-z0-9.-]+)");

  /** Files first that others name: fonts before the style sheets. */
  private static final String[] FILES = {
    "literata-latin.woff2",
    "literata-latin-ext.woff2",
    "literata-greek.woff2",
    "literata-greek-ext.woff2",
    "literata-cyrillic.woff2",
    "literata-cyrillic-ext.woff2",
    "literata-vietnamese.woff2",
    "inter-latin.woff2",
    "inter-latin-ext.woff2",
    "inter-greek.woff2",
    "inter-greek-ext.woff2",
    "inter-cyrillic.woff2",
    "inter-cyrillic-ext.woff2",
    "inter-vietnamese.woff2",
    "icon.svg",
    "site.css",
    "studio.css",
    "api.css",
    "site.js",
    "studio.js",
    "bench.js",
    "api.js",
    "job.js",
  };

  private final Map<String, Asset> byName = new LinkedHashMap<>();
  private final Map<String, Asset> byPath = new LinkedHashMap<>();

  public Assets() {
    for (String file : FILES) {
      byte[] bytes = read(file);
      String type = type(file);
      if (type.startsWith("text/")) {
        bytes =
            REFERENCE
                .matcher(new String(bytes, UTF_8))
                .replaceAll(m -> path(m.group(1)))
                .getBytes(UTF_8);
      }
      int dot = file.lastIndexOf('.');
      String hash = HexFormat.of().formatHex(digest(bytes), 0, 5);
      String path = "/assets/" + file.substring(0, dot) + "." + hash + file.substring(dot);
      var asset = new Asset(path, type, bytes);
      byName.put(file, asset);
      byPath.put(path, asset);
    }
  }

  /**
   * The address of a file by its plain name; asking for one that isn't there is a mistake in a
   * template.
   */
  public String path(String file) {
    return named(file).path();
  }

  /** The file at an address, if its hash is today's. */
  public Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The file by its plain name. */
  public Asset named(String file) {
    Asset asset = byName.get(file);
    if (asset == null) {
      throw new IllegalArgumentException("No asset " + file);
    }
    return asset;
  }

  /** Makes every form of every file. */
  void compress() {
    byName.values().forEach(asset -> asset.has(Encoding.IDENTITY));
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "woff2" -> "font/woff2";
      default -> "application/octet-stream";
    };
  }

  private static byte[] read(String file) {
    try (var in = Assets.class.getResourceAsStream("/assets/" + file)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the program: assets/" + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
