package voxpop.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line or, where it says nothing, in the environment. */
record Options(Map<String, String> values, Set<String> switches) {
  static final String HELP =
      """
      deploy/local/up [options]   starts the whole of Voxpop on this machine; Ctrl-C stops it

        --port N                  where readers find it (8080); the other programs take the ports after it
        --data DIR                where everything is kept (deploy/local/data)
        --demo                    fills it with sample articles
        --no-consul               fixed addresses, even if there is a consul program
        --no-apertium             no machine translation, even if apertium-apy is installed

        --database URL            a MySQL or MariaDB of your own instead of the embedded one, such as mysql://127.0.0.1:3306
        --database-user NAME      who may make schemas and users there (root)
        --database-password PASSWORD

      The first start asks for these, or takes them from here; later they are settings of the site:
        --site-name NAME          --site-address URL        --site-language TAG
        --site-languages TAG,TAG  --time-zone ZONE          --admin-email ADDRESS
        --admin-password PASSWORD --admin-name NAME

      Each can also come from the environment: VOXPOP_PORT, VOXPOP_DATA, VOXPOP_DATABASE, VOXPOP_DATABASE_PASSWORD,
      VOXPOP_SITE_NAME, VOXPOP_SITE_TIME_ZONE, VOXPOP_ADMIN_EMAIL and so on. VOXPOP_APERTIUM_ADDRESS names an
      apertium-apy that already runs. VOXPOP_JAVA_OPTIONS goes to the four programs.
      """;

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("port", "VOXPOP_PORT"),
          Map.entry("data", "VOXPOP_DATA"),
          Map.entry("database", "VOXPOP_DATABASE"),
          Map.entry("database-user", "VOXPOP_DATABASE_USER"),
          Map.entry("database-password", "VOXPOP_DATABASE_PASSWORD"),
          Map.entry("site-name", "VOXPOP_SITE_NAME"),
          Map.entry("site-address", "VOXPOP_SITE_ADDRESS"),
          Map.entry("site-language", "VOXPOP_SITE_LANGUAGE"),
          Map.entry("site-languages", "VOXPOP_SITE_LANGUAGES"),
          Map.entry("time-zone", "VOXPOP_SITE_TIME_ZONE"),
          Map.entry("admin-email", "VOXPOP_ADMIN_EMAIL"),
          Map.entry("admin-password", "VOXPOP_ADMIN_PASSWORD"),
          Map.entry("admin-name", "VOXPOP_ADMIN_NAME"));

  private static final Set<String> SWITCHES = Set.of("demo", "no-consul", "no-apertium", "help");

  /** Both {@code --port 8081} and {@code --port=8081}. */
  static Options parse(List<String> arguments, Map<String, String> environment) {
    Map<String, String> values = new HashMap<>();
    ENVIRONMENT.forEach(
        (option, variable) -> {
          String value = environment.get(variable);
          if (value != null && !value.isBlank()) {
            values.put(option, value);
          }
        });
    Set<String> switches = new java.util.HashSet<>();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      if (!argument.startsWith("--")) {
        throw new CannotStart("What is \"%s\"? --help says what can be given.".formatted(argument));
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      if (SWITCHES.contains(name) && equals < 0) {
        switches.add(name);
      } else if (!ENVIRONMENT.containsKey(name)) {
        throw new CannotStart(
            "There is no option --%s; --help says what there is.".formatted(name));
      } else if (equals >= 0) {
        values.put(name, argument.substring(equals + 1));
      } else if (rest.hasNext()) {
        values.put(name, rest.next());
      } else {
        throw new CannotStart("--%s needs a value.".formatted(name));
      }
    }
    return new Options(Map.copyOf(values), Set.copyOf(switches));
  }

  boolean has(String name) {
    return switches.contains(name);
  }

  @Nullable String value(String name) {
    return values.get(name);
  }

  int port() {
    String said = values.getOrDefault("port", "8080");
    // two blocks of ports follow it
    if (!said.matches("\\d{1,5}")
        || Integer.parseInt(said) < 1
        || Integer.parseInt(said) > 65_500) {
      throw new CannotStart("--port takes a number from 1 to 65500, not \"%s\".".formatted(said));
    }
    return Integer.parseInt(said);
  }

  Path data(Path fallback) {
    String said = values.get("data");
    return said == null ? fallback : Path.of(said).toAbsolutePath().normalize();
  }

  /** An address without a path, as {@code https://example.org}. */
  static boolean isSiteAddress(String address) {
    try {
      URI uri = URI.create(address);
      return address.matches("https?://[^/?#@\\s]+") && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
