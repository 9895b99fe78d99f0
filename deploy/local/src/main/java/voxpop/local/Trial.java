package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import voxpop.local.demo.Demo;
import voxpop.local.demo.Round;

/**
 * A house for a short while: a forgetful database in a folder of its own, ports of the loopback
 * address, fresh secrets, no Consul. It says what the four programs are to be told, and goes round
 * them when somebody has started them.
 */
public final class Trial implements AutoCloseable {
  private static final String EMAIL = "trial@localhost";

  private final EmbeddedDatabase database;
  private final Secrets secrets;
  private final Wiring wiring;

  /**
   * @param folder for the database, media and the search index
   */
  public Trial(Path folder) throws IOException {
    Files.createDirectories(folder);
    secrets = new Secrets(folder.resolve("secrets.properties"));
    database =
        new EmbeddedDatabase(
            folder.resolve("mariadb"),
            0,
            secrets.random("database.root"),
            EmbeddedDatabase.FORGETFUL,
            Part.leash());
    database.start();
    wiring = new Wiring(Ports.free(), secrets, folder);
    wiring.provideSchemas(Schemas.embedded(database));
  }

  /** What the program is started with, on top of nothing. */
  public Map<String, String> environment(Program program) {
    Map<String, String> environment = new HashMap<>(wiring.fixedAddresses());
    // all its readers come from one address within seconds
    for (String limit :
        List.of("COMMENTS", "RECOMMENDATIONS", "RECOMMENDATIONS_PER_NETWORK", "WRITES", "READS")) {
      environment.put("VOXPOP_GATEWAY_LIMITS_" + limit, "1000000");
    }
    environment.putAll(wiring.environment(program));
    if (program.isService()) {
      environment.putAll(wiring.database(program, Schemas.embedded(database)));
    }
    if (program == Program.ARTICLE_SERVICE) {
      List<String> asked = List.of("--port", "" + wiring.port(Program.GATEWAY));
      environment.putAll(
          FirstStart.from(Options.parse(asked, Map.of("VOXPOP_ADMIN_EMAIL", EMAIL)), null)
              .environment(secrets.password("administrator")));
    }
    return environment;
  }

  public int managementPort(Program program) {
    return wiring.managementPort(program);
  }

  /** Where the gateway answers. */
  public String door() {
    return "http://127.0.0.1:" + wiring.port(Program.GATEWAY);
  }

  Wiring wiring() {
    return wiring;
  }

  /** Sample articles are written, discussed, translated and read, and the programs are probed. */
  void goRound() throws IOException, InterruptedException {
    String password = secrets.password("administrator");
    Demo demo = new Demo(door(), line -> {});
    demo.fill(EMAIL, password, name -> secrets.password("demo." + name));
    Round.through(door(), EMAIL, password);
    for (Program program : Program.values()) {
      for (String path :
          List.of("/health", "/health/liveness", "/health/readiness", "/prometheus", "/version")) {
        Answers.atAll("http://127.0.0.1:" + managementPort(program) + path);
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
