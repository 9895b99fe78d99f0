package voxpop.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The run-time of the images, linked from the modules of the JDK that builds them (JEP 282). */
final class JavaRuntime {
  /** What jdeps finds for the programs and their libraries. */
  private static final List<String> NEEDED =
      List.of(
          "java.base",
          "java.compiler",
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.transaction.xa",
          "java.xml",
          "jdk.jfr",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported");

  /** What is found by name only: character sets and words of locales, DNS, archives. */
  private static final List<String> SERVICES =
      List.of("jdk.charsets", "jdk.crypto.ec", "jdk.localedata", "jdk.naming.dns", "jdk.zipfs");

  /** jcmd: threads, heap and recordings of a running pod. */
  private static final List<String> TOOLS = List.of("jdk.jcmd");

  private JavaRuntime() {}

  /**
   * Anew when the JDK is another one.
   *
   * @param trained what holds caches made by the run-time there, which a new one makes worthless
   */
  static Path linked(Path folder, Path trained) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/jlink").toString());
    command.addAll(List.of("--add-modules", modules()));
    command.addAll(List.of("--no-header-files", "--no-man-pages"));
    command.addAll(List.of("--output", folder.toString()));
    String made = String.join(" ", command) + " " + Runtime.version() + "\n";
    Path mark = folder.resolveSibling(folder.getFileName() + ".of");
    if (Files.exists(mark) && Files.readString(mark).equals(made)) {
      return folder;
    }
    Files.deleteIfExists(mark);
    Tree.delete(folder);
    Tree.delete(trained);
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("jlink ended with status " + status);
    }
    Tree.timeless(folder);
    Files.writeString(mark, made);
    return folder;
  }

  private static String modules() {
    return String.join(
        ",", Stream.of(NEEDED, SERVICES, TOOLS).flatMap(List::stream).sorted().toList());
  }
}
