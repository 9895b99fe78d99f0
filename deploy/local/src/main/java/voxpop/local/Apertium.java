package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Machine translation by Apertium's own server, where it is installed. */
final class Apertium {
  private static final String RUNNING = "http://127.0.0.1:2737";
  private static final Path PROGRAM = Path.of("/usr/bin/apertium-apy");
  private static final Path MODES = Path.of("/usr/share/apertium/modes");

  private Apertium() {}

  /** The address of one that somebody else started. */
  static Optional<String> running() throws InterruptedException {
    return Answers.text(RUNNING + "/listPairs").contains("responseData")
        ? Optional.of(RUNNING)
        : Optional.empty();
  }

  /** Those of the installed one; none if it is not installed. */
  static List<String> installedPairs() {
    if (!Files.isExecutable(PROGRAM) || !Files.isDirectory(MODES)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(MODES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[a-z]{2,3}-[a-z]{2,3}\\.mode"))
          .map(name -> name.replace(".mode", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * It listens on every address by itself: the script beside {@code up} makes that the loopback
   * one.
   */
  static String start(Path checkout, House house, Screen screen) {
    int port = Ports.preferably(2737, List.of());
    house.extra(
        () ->
            Part.start(
                "apertium",
                List.of(
                    "/usr/bin/python3",
                    checkout.resolve("deploy/local/apertium-on-loopback.py").toString(),
                    "--port",
                    "" + port,
                    "--num-processes",
                    "1",
                    MODES.toString()),
                Map.of("LC_ALL", "C.UTF-8", "PYTHONDONTWRITEBYTECODE", "1"),
                house.runFolder(),
                screen,
                line -> line.contains("ERROR") || line.contains("Error")));
    return "http://127.0.0.1:" + port;
  }
}
