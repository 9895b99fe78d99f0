package voxpop.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Consul agent of this checkout's own, in memory and on the loopback address, beside any other
 * that may run.
 */
record Consul(int port) {
  private static final Pattern VERSION = Pattern.compile("Consul v(\\d+)\\.(\\d+)");

  /** The program, if this machine has one. */
  static Optional<Path> program(String path) {
    for (String folder : path.split(":")) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, "consul");
      if (Files.isExecutable(program) && !Files.isDirectory(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  static Consul start(Path program, House house, Screen screen) {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ports.add(Ports.preferably(0, List.of(0)));
    }
    List<String> command = command(program, ports);
    house.foundation(
        () ->
            Part.start(
                "consul",
                command,
                Map.of(),
                house.runFolder(),
                screen,
                line -> line.contains("[ERR") || line.contains("==> Err")));
    return new Consul(ports.get(0));
  }

  /**
   * As an agent that is its own server.
   *
   * @param ports for programs, for the server, and for its gossip
   */
  static List<String> command(Path program, List<Integer> ports) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "agent",
                "-dev",
                "-node=voxpop",
                "-client=127.0.0.1",
                "-bind=127.0.0.1",
                "-http-port=" + ports.get(0),
                "-server-port=" + ports.get(1),
                "-serf-lan-port=" + ports.get(2),
                "-serf-wan-port=-1",
                "-dns-port=-1",
                "-grpc-port=-1",
                "-hcl=disable_update_check = true"));
    if (hasSecondGrpcPort(program)) {
      command.add("-grpc-tls-port=-1");
    }
    return command;
  }

  boolean isReady() throws InterruptedException {
    // the address of a leader, in quotes
    return Answers.text("http://127.0.0.1:" + port + "/v1/status/leader").length() > 2;
  }

  Map<String, String> environment() {
    return Map.of(
        "CONSUL_CLIENT_ENABLED",
        "true",
        "CONSUL_CLIENT_HOST",
        "127.0.0.1",
        "CONSUL_CLIENT_PORT",
        "" + port);
  }

  /** Since 1.14, which refuses to start when another agent has it. */
  private static boolean hasSecondGrpcPort(Path program) {
    try {
      Process version =
          new ProcessBuilder(program.toString(), "version").redirectErrorStream(true).start();
      Matcher numbers =
          VERSION.matcher(
              new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return numbers.find()
          && (Integer.parseInt(numbers.group(1)) > 1 || Integer.parseInt(numbers.group(2)) >= 14);
    } catch (IOException e) {
      throw new CannotStart(
          "%s does not run (%s): --no-consul does without.".formatted(program, e.getMessage()), e);
    }
  }
}
