package voxpop.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import voxpop.local.Place;
import voxpop.local.Program;

/**
 * A program's files as they will lie in its image, to be trained there: the JVM takes a cache only
 * for jars of the same names, order, sizes and times.
 *
 * @param java the run-time's folder
 * @param folder holds the program's jar, {@code lib/} and the cache
 */
record Tree(Program program, Path java, Path folder, Place place) {
  /** Of every file in an image, so that the same contents are the same image. */
  static final Instant TIME = Instant.ofEpochSecond(1);

  private static final String VERSION = "1.0.0-SNAPSHOT";

  static Tree of(Program program, Path checkout, Path trees, Path java) throws IOException {
    Path target = checkout.resolve(program.id()).resolve("target");
    Path folder = trees.resolve(program.id());
    Path libraries = Files.createDirectories(folder.resolve("lib"));
    Path own = folder.resolve(program.id() + ".jar");
    boolean changed = copy(checkout.resolve(built(program)), own);
    List<Path> wanted = Place.jars(own, target.resolve("lib"));
    for (Path library : wanted.subList(1, wanted.size())) {
      changed |= copy(library, libraries.resolve(library.getFileName()));
    }
    for (Path jar : Place.jars(own, libraries)) {
      if (!jar.equals(own) && !Files.exists(target.resolve("lib").resolve(jar.getFileName()))) {
        Files.delete(jar);
      }
    }
    timeless(folder);
    Place place =
        new Place(
            java.resolve("bin/java"),
            Place.jars(own, libraries),
            folder.resolve(program.id() + ".aot"));
    if (changed) {
      // a JVM would not notice: it compares names, sizes and times only
      place.forget();
    }
    return new Tree(program, java, folder, place);
  }

  /** Where Maven puts a program's jar, from the checkout on. */
  static Path built(Program program) {
    return Path.of(program.id(), "target", program.id() + "-" + VERSION + ".jar");
  }

  /** Whether it had to. */
  private static boolean copy(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.mismatch(from, to) == -1) {
      return false;
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  static void timeless(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(TIME));
      }
    }
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
