package voxpop.gateway.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a test needs of this machine: missing, it is skipped with the reason, or fails if all must
 * be there.
 */
final class RealParts {
  private RealParts() {}

  static Path chromium() {
    for (String path :
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
      if (Files.isExecutable(Path.of(path))) {
        return Path.of(path);
      }
    }
    if (Boolean.getBoolean("voxpop.real-parts.required")) {
      throw new AssertionError("Chromium is required, and not there");
    }
    assumeTrue(false, "there is no Chromium on this machine");
    throw new IllegalStateException();
  }
}
