package voxpop.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The folder that a server keeps its data in, new ones with the system's own tables, as {@code
 * mariadb-install-db} makes it.
 */
final class DatabaseFolder {
  private static final long BYTES_NEEDED = 300L << 20;

  private DatabaseFolder() {}

  /** Made beside and moved into place, so that an end in the middle leaves no half folder. */
  static void make(DatabaseProgram program, Path data, Path log) throws IOException {
    Room.require(BYTES_NEEDED, log.toAbsolutePath().getParent());
    Path beside = data.resolveSibling(data.getFileName() + ".making");
    delete(beside);
    refuseOthers(data);
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add(program.folder().resolve("scripts/mariadb-install-db").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + program.folder());
    command.add("--datadir=" + beside);
    command.add("--tmpdir=" + temporary(data));
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

  private static void refuseOthers(Path data) throws IOException {
    if (Files.exists(data)) {
      try (Stream<Path> files = Files.list(data)) {
        if (files.findAny().isPresent()) {
          throw new CannotStart(
              "%s is wanted for the database, but there is something else in it.".formatted(data));
        }
      }
      Files.delete(data);
    }
  }

  /**
   * A server deletes, when it starts, what it takes for leftovers of its own: in a folder that
   * several share also what another one is using.
   */
  static Path temporary(Path data) throws IOException {
    return Files.createDirectories(data.resolveSibling(data.getFileName() + ".tmp"));
  }

  /** For one process at a time; given up when the channel is closed, or with the process. */
  static FileChannel lock(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(
            data.resolveSibling(data.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // this very process uses it already
    }
    channel.close();
    throw new CannotStart("Another process already uses the data in %s.".formatted(data));
  }

  static Path accounts(Path data) {
    return data.resolve("accounts.sql");
  }

  /** SQL that leaves one account, root with this password; nobody else can read the file. */
  static Path accounts(Path data, String password) throws IOException {
    Path accounts = accounts(data);
    Files.deleteIfExists(accounts);
    Files.createFile(
        accounts,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        accounts,
        """
        DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';
        FLUSH PRIVILEGES;
        ALTER USER 'root'@'localhost' IDENTIFIED BY '%s';
        """
            .formatted(password.replace("'", "''")));
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
