import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run by every module's build as {@code Format.java check|off MODULE}: fails and names the files
 * that google-java-format would change. What has not changed since the last good check is not read
 * again.
 */
class Format {
  public static void main(String[] args) throws Exception {
    Path sources = Path.of(args[1], "src");
    Path stamp = Path.of(args[1], "target", "formatted");
    if (args[0].equals("off") || !Files.isDirectory(sources)) {
      return;
    }
    FileTime began = FileTime.fromMillis(System.currentTimeMillis());
    List<String> files = changed(sources, stamp);
    if (!files.isEmpty() && !formatted(files)) {
      System.err.println("Not formatted (see above). This formats all: deploy/format");
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, "");
    Files.setLastModifiedTime(stamp, began);
  }

  private static List<String> changed(Path sources, Path stamp) throws IOException {
    FileTime last = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path file :
          (Iterable<Path>) all.filter(path -> path.toString().endsWith(".java"))::iterator) {
        if (Files.getLastModifiedTime(file).compareTo(last) >= 0) {
          files.add(file.toString());
        }
      }
    }
    return files;
  }

  private static boolean formatted(List<String> files) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--dry-run", "--set-exit-if-changed"));
    arguments.addAll(files);
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int status = new Main(out, err, System.in).format(arguments.toArray(String[]::new));
    out.flush();
    err.flush();
    return status == 0;
  }
}
