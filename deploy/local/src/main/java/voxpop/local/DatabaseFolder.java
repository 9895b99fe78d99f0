package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A new data folder with the system's own tables, as {@code mariadb-install-db} makes it. */
final class DatabaseFolder {
  private static final long BYTES_NEEDED = 300L << 20;

  private DatabaseFolder() {}

  /** Made beside and moved into place, so that an end in the middle leaves no half folder. */
  static void make(DatabaseProgram program, Path data, Path log) throws IOException {
    Room.require(BYTES_NEEDED, log.toAbsolutePath().getParent());
    Path beside = data.resolveSibling(data.getFileName() + ".making");
    delete(beside);
    delete(data);
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(program.folder().resolve("scripts/mariadb-install-db").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + program.folder());
    command.add("--datadir=" + beside);
    command.add("--auth-root-authentication-method=normal");
    command.add("--skip-test-db");
    command.add("--skip-name-resolve");
    command.add("--force");
    command.addAll(asRoot());
    Process making =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!making.waitFor(2, TimeUnit.MINUTES) || making.exitValue() != 0) {
        making.destroyForcibly();
        throw new CannotStart(
            "The embedded database could not be set up; %s says why.".formatted(log));
      }
    } catch (InterruptedException e) {
      making.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
    Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The server refuses to run as root unless told so in as many words. */
  static List<String> asRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
