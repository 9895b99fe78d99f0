package voxpop.kit.version;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What a program was built from and what it runs on.
 *
 * @param program as it calls itself
 * @param commit of git, 40 hexadecimal digits; {@code unknown} when it was built elsewhere
 * @param modified whether files differed from the commit
 * @param time of the commit, RFC 3339 in UTC: a build has no time of its own, so that it can be
 *     repeated
 * @param java version and build of the run-time
 */
@Serdeable
public record Version(
    String program, String version, String commit, boolean modified, String time, String java) {

  static Version of(String program) {
    try (InputStream in =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      Properties built = new Properties();
      built.load(in);
      return new Version(
          program,
          built.getProperty("version", ""),
          built.getProperty("commit", ""),
          Boolean.parseBoolean(built.getProperty("modified")),
          built.getProperty("time", ""),
          Runtime.version().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
