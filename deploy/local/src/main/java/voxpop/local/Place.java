package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a program lies, the Java that runs it, and its AOT cache (JEP 514), which holds for this
 * very Java and these very jars.
 *
 * @param java the {@code java} program
 * @param jars the class path in a fixed order: a cache is refused when the order is another one
 * @param cache what was loaded and linked at a training, or nothing yet
 */
public record Place(Path java, List<Path> jars, Path cache) {
  private static final String VERSION = "1.0.0-SNAPSHOT";

  /** As the build leaves it, run by the Java that runs this. */
  static Place built(Path checkout, Program program) {
    Path target = checkout.resolve(program.id()).resolve("target");
    return new Place(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        jars(target.resolve(program.id() + "-" + VERSION + ".jar"), target.resolve("lib")),
        target.resolve(program.id() + ".aot"));
  }

  /** The program's own first, then its libraries by name. */
  public static List<Path> jars(Path own, Path libraries) {
    try (Stream<Path> files = Files.list(libraries)) {
      List<Path> jars = new ArrayList<>(List.of(own));
      files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
      return List.copyOf(jars);
    } catch (IOException e) {
      throw new CannotStart("%s is not built: %s".formatted(own.getFileName(), e), e);
    }
  }

  String classPath() {
    return String.join(":", jars.stream().map(Path::toString).toList());
  }

  /** Whether the cache was made from what lies here now. */
  boolean isTrained(Program program) {
    try {
      return Files.exists(cache)
          && Files.exists(seal())
          && Files.readString(seal()).equals(contents(program));
    } catch (IOException e) {
      return false;
    }
  }

  void seal(Program program) throws IOException {
    Files.writeString(seal(), contents(program));
  }

  /** What was trained is for other files. */
  public void forget() throws IOException {
    Files.deleteIfExists(seal());
    Files.deleteIfExists(cache);
  }

  private Path seal() {
    return cache.resolveSibling(cache.getFileName() + ".of");
  }

  /** What the JVM compares as well, and the options that it was trained with. */
  private String contents(Program program) throws IOException {
    StringBuilder contents = new StringBuilder();
    contents.append(String.join(" ", program.options())).append('\n');
    contents.append(line(java));
    for (Path jar : jars) {
      contents.append(line(jar));
    }
    return contents.toString();
  }

  private static String line(Path file) throws IOException {
    return "%s %d %s\n".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
  }
}
