package voxpop.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A child process: its lines appear on the screen under its name, and its number is kept in a file,
 * so that a later start finds it should this one be killed.
 */
final class Part {
  private final String name;
  private final Process process;
  private final Path pidFile;
  private final Thread reader;

  private Part(String name, Process process, Path pidFile, Thread reader) {
    this.name = name;
    this.process = process;
    this.pidFile = pidFile;
    this.reader = reader;
  }

  /**
   * What a part is started with: in a session of its own, so that Ctrl-C reaches the starter alone,
   * which ends the parts in their order; and ended by the kernel if the starter is killed. The
   * latter holds for the thread that starts it, which must therefore live as long as the part.
   */
  static List<String> leash() {
    List<String> leash = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      leash.add("/usr/bin/setsid");
    }
    if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
      leash.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "TERM", "--"));
    }
    return leash;
  }

  /**
   * @param environment comes on top of this process's own
   * @param shown which of its lines appear
   */
  static Part start(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path runFolder,
      Screen screen,
      Predicate<String> shown) {
    try {
      List<String> leashed = leash();
      leashed.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(leashed).redirectErrorStream(true);
      builder.redirectInput(new File("/dev/null"));
      // passwords of the first start are nobody's but article-service's, which gets them in
      // `environment`
      builder
          .environment()
          .keySet()
          .removeIf(key -> key.startsWith("VOXPOP_ADMIN_") || key.startsWith("VOXPOP_DATABASE"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      Path pidFile = runFolder.resolve(name + ".pid");
      Files.writeString(pidFile, process.pid() + "\n");
      String prefix = screen.prefix(name);
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () ->
                      read(
                          process.inputReader(),
                          line -> {
                            if (shown.test(line)) {
                              screen.say(prefix + line);
                            }
                          }));
      return new Part(name, process, pidFile, reader);
    } catch (IOException e) {
      throw new CannotStart("%s could not be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void read(BufferedReader lines, java.util.function.Consumer<String> each) {
    try (lines) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        each.accept(line);
      }
    } catch (IOException | UncheckedIOException ended) {
      // its process is gone, and with it what it had to say
    }
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitValue() {
    return process.exitValue();
  }

  /**
   * Asks all to stop and returns when they and whatever they started are gone; insists after the
   * patience is over.
   */
  static void endAll(List<Part> parts, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    List<ProcessHandle> children =
        parts.stream().flatMap(part -> part.process.descendants()).toList();
    // not of the process itself, which would close its output: it still has something to say
    parts.forEach(part -> part.process.toHandle().destroy());
    for (Part part : parts) {
      LeftBehind.end(
          part.process.toHandle(), Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      part.tidy();
    }
    children.forEach(child -> LeftBehind.end(child, Duration.ofMillis(500)));
  }

  private void tidy() {
    try {
      reader.join(Duration.ofMillis(500));
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // the file of a process that is gone does no harm
    }
  }
}
