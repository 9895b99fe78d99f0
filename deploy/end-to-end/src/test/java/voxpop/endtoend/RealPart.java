package voxpop.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A program that a test needs and a machine may not have. */
final class RealPart {
  private RealPart() {}

  /**
   * Where a program is. Without it the test is skipped, saying so; with {@code
   * -Dvoxpop.real-parts.required=true} it fails.
   */
  static Path needed(String program) {
    Optional<Path> found = find(program);
    if (found.isEmpty() && Boolean.getBoolean("voxpop.real-parts.required")) {
      throw new AssertionError(program + " is not on this machine, and real parts are required");
    }
    assumeTrue(found.isPresent(), program + " is not on this machine");
    return found.orElseThrow();
  }

  private static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
