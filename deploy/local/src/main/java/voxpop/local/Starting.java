package voxpop.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.local.demo.Demo;

/**
 * The one start: database, Consul, engine, programs, in the order in which they need each other.
 */
final class Starting {
  private static final long ROOM = 200L << 20;

  private final Options options;
  private final Path checkout;
  private final Path data;
  private final Screen screen;
  private final House house;
  private final Waiting waiting;

  Starting(Options options, Path checkout, Path data, Screen screen) throws IOException {
    this.options = options;
    this.checkout = checkout;
    this.data = data;
    this.screen = screen;
    Ports.requireFree(options.port(), "the gateway");
    Room.require(ROOM, data);
    this.house = new House(data.resolve("run"), checkout.toString());
    this.waiting = new Waiting(house, screen);
  }

  void everything() throws InterruptedException {
    Secrets secrets = new Secrets(data.resolve("secrets.properties"));
    Administrator administrator = new Administrator(secrets);
    // asked before anything is started: nobody should wait for a question
    FirstStart first =
        administrator.isAnnounced() ? null : FirstStart.from(options, Questions.atTheTerminal());
    Schemas schemas = database(secrets);
    Wiring wiring = new Wiring(options.port(), secrets, data, schemas);
    wiring.provideSchemas();
    boolean founded = schemas.isFounded(Program.ARTICLE_SERVICE.schema());
    Map<String, String> founding =
        first == null || founded ? Map.of() : first.environment(administrator.of(first));
    Map<String, String> shared = new HashMap<>(discovery(wiring));
    engine().ifPresent(address -> shared.put("VOXPOP_APERTIUM_ADDRESS", address));
    for (Program program : Program.values()) {
      start(program, wiring, shared, program == Program.ARTICLE_SERVICE ? founding : Map.of());
    }
    waiting.forHealth(wiring);
    String address = "http://localhost:" + options.port();
    if (options.has("demo")) {
      demo(
          new Demo("http://127.0.0.1:" + options.port(), screen::say),
          administrator,
          secrets,
          first);
    }
    screen.say("");
    screen.say(
        "Voxpop is at "
            + address
            + "/ and its studio at "
            + address
            + "/studio/; Ctrl-C stops it.");
    administrator.announce(screen);
  }

  private void demo(
      Demo demo, Administrator administrator, Secrets secrets, @Nullable FirstStart first)
      throws InterruptedException {
    try {
      if (demo.isThere()) {
        screen.say("demo: the sample articles are there");
        return;
      }
      String email = administrator.email(first, options);
      String password = administrator.password(first, options);
      if (email == null || password == null) {
        throw new CannotStart(
            "--demo on a site that was founded before needs --admin-email and --admin-password.");
      }
      demo.fill(email, password, name -> secrets.password("demo." + name));
    } catch (IOException e) {
      throw new CannotStart("The sample articles could not be put in: " + e.getMessage(), e);
    }
  }

  /** Returns the status to end with. */
  int untilSomethingEnds() throws InterruptedException {
    String ended = waiting.untilSomethingEnds();
    screen.say(ended + " has ended by itself: stopping everything.");
    return 1;
  }

  void stop() {
    if (house.isInhabited()) {
      screen.say("Stopping.");
      house.close();
      screen.say("Stopped.");
    }
  }

  private Schemas database(Secrets secrets) {
    String own = options.value("database");
    if (own != null) {
      Schemas schemas =
          Schemas.of(
              own,
              Optional.ofNullable(options.value("database-user")).orElse("root"),
              Optional.ofNullable(options.value("database-password")).orElse(""));
      screen.say("database: your own at " + schemas.authority());
      return schemas;
    }
    if (!DatabaseProgram.isUnpacked()) {
      screen.say("database: unpacking the embedded MariaDB, once per machine");
    }
    EmbeddedDatabase embedded =
        new EmbeddedDatabase(
            data.resolve("mariadb"), 0, secrets.random("database.root"), List.of(), Part.leash());
    house.takeIn(embedded);
    screen.say(
        "database: embedded MariaDB at 127.0.0.1:"
            + embedded.port()
            + ", data in "
            + data.resolve("mariadb"));
    return Schemas.embedded(embedded);
  }

  private Map<String, String> discovery(Wiring wiring) throws InterruptedException {
    Optional<Path> program =
        options.has("no-consul")
            ? Optional.empty()
            : Consul.program(System.getenv().getOrDefault("PATH", ""));
    if (program.isEmpty()) {
      screen.say(
          "discovery: fixed loopback addresses"
              + (options.has("no-consul") ? "" : " (there is no consul on the path)"));
      return wiring.fixedAddresses();
    }
    Consul consul = Consul.start(program.get(), house, screen);
    waiting.until("consul", consul::isReady);
    screen.say("discovery: Consul, its page is http://127.0.0.1:" + consul.port() + "/ui/");
    return consul.environment();
  }

  private Optional<String> engine() throws InterruptedException {
    String given = System.getenv("VOXPOP_APERTIUM_ADDRESS");
    if (given != null && !given.isBlank()) {
      screen.say("machine translation: Apertium at " + given);
      return Optional.empty();
    }
    Optional<String> running = options.has("no-apertium") ? Optional.empty() : Apertium.running();
    List<String> pairs = options.has("no-apertium") ? List.of() : Apertium.installedPairs();
    if (running.isPresent()) {
      screen.say("machine translation: the Apertium that runs at " + running.get());
      return running;
    }
    if (pairs.isEmpty()) {
      screen.say(
          "machine translation: none"
              + (options.has("no-apertium") ? "" : " (apertium-apy is not installed)"));
      return Optional.empty();
    }
    String address = Apertium.start(checkout, house, screen);
    screen.say("machine translation: Apertium at " + address + " for " + String.join(", ", pairs));
    return Optional.of(address);
  }

  private void start(
      Program program, Wiring wiring, Map<String, String> shared, Map<String, String> founding) {
    Map<String, String> environment = new HashMap<>(shared);
    environment.putAll(wiring.environment(program));
    environment.putAll(founding);
    // one arena of memory per thread would keep what a thread once needed
    environment.put("MALLOC_ARENA_MAX", "2");
    Place place = Place.built(checkout, program);
    List<String> cache =
        place.isTrained(program) ? List.of("-XX:AOTCache=" + place.cache()) : List.of();
    List<String> command =
        program.command(place, cache, System.getenv().getOrDefault("VOXPOP_JAVA_OPTIONS", ""));
    house.program(
        () ->
            Part.start(
                program.id(), command, environment, house.runFolder(), screen, line -> true));
    screen.say(
        program.id()
            + ": starting on 127.0.0.1:"
            + wiring.port(program)
            + (cache.isEmpty() ? ", without an AOT cache and therefore slower" : ""));
  }
}
