package voxpop.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each program is told by its environment: its ports, its secrets and no others, and where the
 * others are.
 */
final class Wiring {
  private final Map<Program, Integer> ports = new EnumMap<>(Program.class);
  private final Map<Program, Integer> management = new EnumMap<>(Program.class);
  private final Secrets secrets;
  private final Path data;

  /**
   * @param port the gateway's; the others' follow it where they are free
   */
  Wiring(int port, Secrets secrets, Path data) {
    this.secrets = secrets;
    this.data = data;
    ports.put(Program.GATEWAY, port);
    for (Program program : Program.values()) {
      if (program.isService()) {
        ports.put(program, Ports.preferably(port + 1 + program.ordinal(), taken()));
      }
    }
    for (Program program : Program.values()) {
      int offset = program == Program.GATEWAY ? 10 : 11 + program.ordinal();
      management.put(program, Ports.preferably(port + offset, taken()));
    }
  }

  int port(Program program) {
    return ports.getOrDefault(program, 0);
  }

  int managementPort(Program program) {
    return management.getOrDefault(program, 0);
  }

  Map<String, String> environment(Program program) {
    Map<String, String> variables = new HashMap<>();
    variables.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
    variables.put("MICRONAUT_SERVER_PORT", "" + port(program));
    variables.put("VOXPOP_MANAGEMENT_PORT", "" + managementPort(program));
    variables.put("VOXPOP_INTERNAL_SECRET", internal(program));
    if (System.getenv("VOXPOP_ACCESS_LOG") == null) {
      // a line for every request would leave nothing else to be read on the screen
      Path log = data.resolve("log").resolve(program.id() + "-access.log");
      variables.put("VOXPOP_ACCESS_LOG", log.toAbsolutePath().toString());
    }
    // here all end together: nobody is left who could still send anything, and Ctrl-C is to be
    // quick
    variables.put("VOXPOP_LEAVING_DRAIN", "0s");
    variables.put("VOXPOP_LEAVING_FINISH", "3s");
    if (program.isService()) {
      for (Program caller : Program.values()) {
        if (caller != program) {
          variables.put("VOXPOP_INTERNAL_ACCEPT_" + caller.name(), internal(caller));
        }
      }
    }
    switch (program) {
      case ARTICLE_SERVICE -> {
        variables.put("VOXPOP_SIGNING_KEY", secrets.signingKey());
        variables.put("VOXPOP_MEDIA_FOLDER", data.resolve("media").toString());
        variables.put("VOXPOP_SEARCH_FOLDER", data.resolve("search").toString());
      }
      case COMMENT_SERVICE ->
          variables.put("VOXPOP_CHALLENGE_KEY", secrets.random("challenge-key"));
      case GATEWAY -> variables.put("VOXPOP_GATEWAY_KEY", secrets.random("gateway-key"));
      case TRANSLATION_SERVICE -> {}
    }
    return variables;
  }

  /** A service's own schema, seen as its own user. */
  Map<String, String> database(Program program, Schemas schemas) {
    return Map.of(
        "DATASOURCES_DEFAULT_URL", schemas.jdbcUrl(program.schema()),
        "DATASOURCES_DEFAULT_USERNAME", program.schema(),
        "DATASOURCES_DEFAULT_PASSWORD", databasePassword(program));
  }

  /** For houses without Consul. */
  Map<String, String> fixedAddresses() {
    Map<String, String> variables = new HashMap<>();
    variables.put("CONSUL_CLIENT_ENABLED", "false");
    for (Program program : Program.values()) {
      if (program.isService()) {
        variables.put("VOXPOP_ADDRESS_" + program.name(), "http://127.0.0.1:" + port(program));
      }
    }
    return variables;
  }

  /** A schema of its own for each service, and a user who sees nothing else. */
  void provideSchemas(Schemas schemas) {
    for (Program program : Program.values()) {
      if (program.isService()) {
        schemas.provide(program.schema(), databasePassword(program));
      }
    }
  }

  private String internal(Program program) {
    return secrets.random("internal." + program.id());
  }

  private String databasePassword(Program program) {
    // what password rules of a server may ask for: a capital, a small letter, a digit and a sign
    return secrets.random("database." + program.id()) + "-Aa1";
  }

  private List<Integer> taken() {
    List<Integer> taken = new ArrayList<>(ports.values());
    taken.addAll(management.values());
    return taken;
  }
}
