package voxpop.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is built, as the programs themselves tell it at {@code /version}.
 *
 * @param time of the commit: a build has no time of its own, so that it can be repeated
 */
record Release(String version, String commit, Instant time) {
  private static final String FILE = "voxpop/kit/version/version.properties";

  static Release of(Path checkout) throws IOException {
    Path kit = checkout.resolve("service-kit/target/service-kit-1.0.0-SNAPSHOT.jar");
    try (ZipFile jar = new ZipFile(kit.toFile())) {
      ZipEntry entry = jar.getEntry(FILE);
      if (entry == null) {
        throw new IOException(FILE + " is missing in " + kit);
      }
      Properties said = new Properties();
      try (InputStream in = jar.getInputStream(entry)) {
        said.load(in);
      }
      return new Release(
          said.getProperty("version", ""),
          said.getProperty("commit", ""),
          Instant.parse(said.getProperty("time", "1970-01-01T00:00:01Z")));
    }
  }
}
