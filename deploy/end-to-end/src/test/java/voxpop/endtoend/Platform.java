package voxpop.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import voxpop.kit.test.Folders;
import voxpop.kit.test.Http;
import voxpop.local.Ports;

/**
 * The platform, started by {@code deploy/local/up} as an operator starts it: as a process of its
 * own, with data of its own, without a terminal. Started once for all tests of this module.
 */
final class Platform {
  private static final Duration UP_WITHIN = Duration.ofMinutes(4);
  private static final Duration DOWN_WITHIN = Duration.ofSeconds(20);

  /**
   * All tests come from one network and many as one administrator; a minute's limits are not it.
   */
  private static final Map<String, String> LIMITS =
      Stream.of(
              "VOXPOP_RECOMMENDATION_READERS_A_DAY",
              "VOXPOP_SUGGESTIONS_PER_NETWORK",
              "VOXPOP_SUGGESTIONS_PER_READER",
              "VOXPOP_SUGGESTIONS_PER_ACCOUNT",
              "VOXPOP_COMMENTS_PER_NETWORK",
              "VOXPOP_COMMENTS_PER_READER",
              "VOXPOP_COMMENTS_PER_ACCOUNT",
              "VOXPOP_GATEWAY_LIMITS_COMMENTS",
              "VOXPOP_GATEWAY_LIMITS_RECOMMENDATIONS",
              "VOXPOP_GATEWAY_LIMITS_RECOMMENDATIONS_PER_NETWORK",
              "VOXPOP_GATEWAY_LIMITS_WRITES",
              "VOXPOP_GATEWAY_LIMITS_READS")
          .collect(Collectors.toMap(Function.identity(), name -> "1000000"));

  /**
   * For articles in Finnish alone, which only the fuzzer writes, there is an engine that needs
   * nothing and answers at once; all others get what is there for readers.
   */
  private static final Map<String, String> ENGINES =
      Map.of(
          "VOXPOP_PSEUDO",
          "true",
          "VOXPOP_ENGINES_ROUTES",
          "fi>*=pseudo; *>*=deepl,openai,libretranslate,apertium");

  private static Platform only;

  private final Process up;
  private final Path data;
  private final Path log;
  private final URI address;
  private final String mail;
  private final String password;

  private Platform(Process up, Path data, Path log, URI address, String mail, String password) {
    this.up = up;
    this.data = data;
    this.log = log;
    this.address = address;
    this.mail = mail;
    this.password = password;
  }

  static synchronized Platform get() {
    if (only == null) {
      only = start();
      Runtime.getRuntime().addShutdownHook(new Thread(only::stop));
    }
    return only;
  }

  private static Platform start() {
    String running = System.getProperty("voxpop.platform");
    if (running != null) {
      String word = System.getProperty("voxpop.platform.password");
      return new Platform(null, null, null, URI.create(running), "admin@localhost", word);
    }
    try {
      int port = Ports.free();
      Path data = Files.createTempDirectory("voxpop-end-to-end");
      Path log = Path.of("target", "platform.log").toAbsolutePath();
      List<String> command = new ArrayList<>(List.of(root().resolve("deploy/local/up").toString()));
      command.addAll(
          List.of("--demo", "--port", Integer.toString(port), "--data", data.toString()));
      ProcessBuilder starting =
          new ProcessBuilder(command)
              .directory(root().toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile());
      starting.environment().putAll(LIMITS);
      starting.environment().putAll(ENGINES);
      Process up = starting.start();
      AtomicReference<String> mail = new AtomicReference<>();
      CompletableFuture<String> password = new CompletableFuture<>();
      Thread.ofPlatform().daemon().start(() -> copy(up, log, mail, password));
      try {
        String word = password.get(UP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        return new Platform(
            up, data, log, URI.create("http://localhost:" + port), mail.get(), word);
      } catch (ExecutionException | TimeoutException | InterruptedException e) {
        up.destroy();
        throw new IllegalStateException("The platform did not come up; see " + log, e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(
      Process up, Path log, AtomicReference<String> mail, CompletableFuture<String> password) {
    try (var lines =
            new BufferedReader(new InputStreamReader(up.getInputStream(), StandardCharsets.UTF_8));
        var out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.newLine();
        out.flush();
        if (line.startsWith("administrator: ")) {
          mail.set(line.substring("administrator: ".length()));
        } else if (line.startsWith("password: ")) {
          password.complete(line.substring("password: ".length()));
        }
      }
    } catch (IOException e) {
      password.completeExceptionally(e);
    }
    password.completeExceptionally(new IllegalStateException("deploy/local/up ended"));
  }

  /**
   * Stops it by the one process id that an operator knows, and says whether it went in time; then
   * its data goes as well, while its log stays.
   */
  boolean stop() {
    if (up == null) {
      return true;
    }
    up.destroy();
    try {
      boolean ended = up.waitFor(DOWN_WITHIN.toSeconds(), TimeUnit.SECONDS);
      if (ended) {
        Folders.remove(data);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All of it: what Java tells of another process ends after some 4,000 characters. */
  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException ended) {
      return "";
    }
  }

  /** Sends a signal to one of its programs, by process id. */
  void signal(String program, String signal) throws IOException, InterruptedException {
    List<Long> ids =
        up.descendants()
            .filter(part -> commandLine(part).contains(program))
            .map(ProcessHandle::pid)
            .toList();
    if (ids.isEmpty()) {
      throw new AssertionError(program + " is not running");
    }
    for (long id : ids) {
      FaultsTest.run("kill", "-" + signal, Long.toString(id));
    }
  }

  /** What one of its programs was told by its environment. */
  Map<String, String> environmentOf(String program) throws IOException {
    long id =
        up.descendants()
            .filter(part -> commandLine(part).contains(program))
            .map(ProcessHandle::pid)
            .findFirst()
            .orElseThrow(() -> new AssertionError(program + " is not running"));
    Map<String, String> environment = new HashMap<>();
    for (String variable : Files.readString(Path.of("/proc/" + id + "/environ")).split("\0", -1)) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return environment;
  }

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("deploy/local"))) {
      here = here.getParent();
    }
    return here;
  }

  URI address() {
    return address;
  }

  String mail() {
    return mail;
  }

  String password() {
    return password;
  }

  Path log() {
    return log;
  }

  /** A program outside of the house: nobody's cookie, nobody's token. */
  Http http() {
    return new Http(address, Map.of());
  }

  /** A program that the administrator signed in. */
  Http administrator() {
    Http.Answer answer = http().post("/api/sessions", Map.of("email", mail, "password", password));
    if (answer.status() != 201) {
      throw new AssertionError("sign-in: " + answer);
    }
    return http().as(answer.text("token"));
  }
}
