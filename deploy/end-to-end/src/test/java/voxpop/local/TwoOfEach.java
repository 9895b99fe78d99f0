package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import voxpop.kit.test.Folders;

/**
 * Two instances of every program behind one Consul and one database server, each started as {@code
 * deploy/local/up} starts its one.
 */
public final class TwoOfEach implements AutoCloseable {
  public static final String EMAIL = "admin@localhost";
  public static final String PASSWORD = "rolling-rolling";

  private static final String NEXT_PASSWORD = "rolled-Aa1";

  /** A machine on which all start at once, under load, may take a while. */
  private static final Duration UP_WITHIN = Duration.ofMinutes(4);

  private final Path checkout;
  private final Path data;
  private final EmbeddedDatabase database;
  private final Schemas schemas;
  private final List<Wiring> wirings;
  private final int consulPort = Ports.free();
  private final Process consul;
  private final Map<String, Process> running = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, String> founding;
  private volatile boolean rotated;

  public TwoOfEach(Path checkout, Path consulProgram) throws IOException, InterruptedException {
    this.checkout = checkout;
    this.data = Files.createTempDirectory("voxpop-rolling");
    this.database =
        new EmbeddedDatabase(
            data.resolve("mariadb"), 0, "rolling", EmbeddedDatabase.FORGETFUL, Part.leash());
    database.start();
    Secrets secrets = new Secrets(data.resolve("secrets.properties"));
    schemas = Schemas.embedded(database);
    wirings = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      Path own = Files.createDirectories(data.resolve("" + n));
      wirings.add(new Wiring(Ports.free(), secrets, own));
    }
    wirings.getFirst().provideSchemas(schemas);
    founding =
        FirstStart.from(
                Options.parse(List.of("--site-address", "http://localhost"), Map.of()), null)
            .environment(PASSWORD);
    for (Program program : Program.values()) {
      for (int n = 0; n < 2; n++) {
        Files.deleteIfExists(log(name(program, n)));
      }
    }
    List<Integer> ports = List.of(consulPort, Ports.free(), Ports.free());
    consul = start("consul", Consul.command(consulProgram, ports), Map.of());
    until("Consul", () -> Answers.text(consul("/v1/status/leader")).length() > 2);
    for (Program program : Program.values()) {
      for (int n = 0; n < 2; n++) {
        launch(program, n);
      }
    }
    for (Program program : Program.values()) {
      for (int n = 0; n < 2; n++) {
        awaitReady(program, n);
      }
    }
  }

  private void launch(Program program, int n) throws IOException {
    Map<String, String> environment = new HashMap<>(wirings.get(n).environment(program));
    if (program.isService()) {
      environment.putAll(wirings.get(n).database(program, schemas));
      if (rotated) {
        environment.put("DATASOURCES_DEFAULT_USERNAME", nextUser(program));
        environment.put("DATASOURCES_DEFAULT_PASSWORD", NEXT_PASSWORD);
      }
    }
    environment.putAll(new Consul(consulPort).environment());
    // what operators get, not what somebody who waits for a terminal does
    environment.remove("VOXPOP_LEAVING_DRAIN");
    // both show the same pictures
    environment.computeIfPresent(
        "VOXPOP_MEDIA_FOLDER", (key, folder) -> data.resolve("media").toString());
    for (String limit :
        List.of("COMMENTS", "RECOMMENDATIONS", "RECOMMENDATIONS_PER_NETWORK", "WRITES", "READS")) {
      environment.put("VOXPOP_GATEWAY_LIMITS_" + limit, "1000000");
    }
    if (program == Program.ARTICLE_SERVICE) {
      environment.putAll(founding);
    }
    Place place = Place.built(checkout, program);
    List<String> cache =
        place.isTrained(program) ? List.of("-XX:AOTCache=" + place.cache()) : List.of();
    start(name(program, n), program.command(place, cache, ""), environment);
  }

  private Process start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    List<String> leashed = Part.leash();
    leashed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(leashed).redirectErrorStream(true);
    builder.environment().putAll(environment);
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(log(name).toFile());
    Process process = builder.redirectOutput(log).start();
    running.put(name, process);
    return process;
  }

  private static Path log(String name) {
    return Path.of("target", "rolling-" + name + ".log");
  }

  /**
   * From now on programs are started with other users of the same schemas, as where a database
   * knows one password per user.
   */
  public void rotateDatabaseUsers() throws SQLException {
    for (Program program : Program.values()) {
      if (program.isService()) {
        administrate(
            "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(nextUser(program), NEXT_PASSWORD),
            "GRANT ALL ON `%s`.* TO '%s'@'%%'"
                .formatted(program.schema().replace("_", "\\_"), nextUser(program)));
      }
    }
    rotated = true;
  }

  /** The users before those. */
  public void dropFormerDatabaseUsers() throws SQLException {
    for (Program program : Program.values()) {
      if (program.isService()) {
        administrate("DROP USER '%s'@'%%'".formatted(program.schema()));
      }
    }
  }

  private void administrate(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(schemas.jdbcUrl(""), schemas.user(), schemas.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String nextUser(Program program) {
    return program.schema() + "_next";
  }

  /** The programs that can be rolled, services first. */
  public List<String> programs() {
    return java.util.Arrays.stream(Program.values()).map(Program::id).toList();
  }

  /**
   * Stops an instance as an operator does, and starts it again.
   *
   * @return how long it took to leave
   */
  public Duration restart(String id, int n) throws IOException, InterruptedException {
    Program program = program(id);
    Process process = running.get(name(program, n));
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      throw new AssertionError(name(program, n) + " did not end");
    }
    Duration left = Duration.ofNanos(System.nanoTime() - start);
    launch(program, n);
    awaitReady(program, n);
    return left;
  }

  private static Program program(String id) {
    return java.util.Arrays.stream(Program.values())
        .filter(program -> program.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Ready by its own word, and Consul sends others there. */
  private void awaitReady(Program program, int n) throws InterruptedException {
    Wiring wiring = wirings.get(n);
    until(
        name(program, n),
        () ->
            Answers.well("http://127.0.0.1:" + wiring.managementPort(program) + "/health/readiness")
                && healthy(program.id()).contains("\"Port\":" + wiring.port(program) + ","));
  }

  private void until(String what, Waiting.Ready ready) throws InterruptedException {
    long end = System.nanoTime() + UP_WITHIN.toNanos();
    while (!ready.now()) {
      Process process = running.get(what);
      if (System.nanoTime() > end || (process != null && !process.isAlive())) {
        close();
        throw new AssertionError(what + " did not start; see target/rolling-" + what + ".log");
      }
      Thread.sleep(50);
    }
  }

  /** What Consul says of a program's instances that can be called. */
  public String healthy(String program) throws InterruptedException {
    // an agent for trying out writes with blanks
    return Answers.text(consul("/v1/health/service/" + program + "?passing=true"))
        .replaceAll("\\s", "");
  }

  private String consul(String path) {
    return "http://127.0.0.1:" + consulPort + path;
  }

  /** What the gateways complained of, to be told with what was lost. */
  public String warnings() throws IOException {
    StringBuilder warnings = new StringBuilder();
    for (int n = 0; n < 2; n++) {
      Path log = log(name(Program.GATEWAY, n));
      try (Stream<String> lines = Files.lines(log)) {
        lines.filter(line -> line.contains(" WARN ")).forEach(l -> warnings.append(l).append('\n'));
      }
    }
    return warnings.toString();
  }

  /** Ends Consul's agent for good. */
  public void stopConsul() throws InterruptedException {
    consul.destroy();
    consul.waitFor();
  }

  private static String name(Program program, int n) {
    return program.id() + "-" + n;
  }

  @Override
  public void close() {
    running.values().forEach(Process::destroy);
    running.values().forEach(process -> LeftBehind.end(process.toHandle(), Duration.ofSeconds(20)));
    database.close();
    // their logs stay in target
    Folders.remove(data);
  }
}
