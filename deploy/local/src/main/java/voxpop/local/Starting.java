package voxpop.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.local.demo.Demo;

/** The one start: each part as soon as what it needs is there. */
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
    Wiring wiring = new Wiring(options.port(), secrets, data);
    Optional<Consul> consul = consul();
    Map<String, String> discovery =
        consul.map(Consul::environment).orElseGet(wiring::fixedAddresses);
    boolean embedded = options.value("database") == null;
    if (embedded) {
      // needs no database, and so starts beside it; one of your own may turn out to be away
      start(Program.GATEWAY, wiring, discovery);
    }
    Schemas schemas = database(secrets);
    wiring.provideSchemas(schemas);
    boolean founded = schemas.isFounded(Program.ARTICLE_SERVICE.schema());
    Map<String, String> founding =
        first == null || founded ? Map.of() : first.environment(administrator.of(first));
    Optional<String> engine = engine();
    for (Program program : Program.values()) {
      if (program.isService()) {
        Map<String, String> environment = new HashMap<>(discovery);
        environment.putAll(wiring.database(program, schemas));
        engine.ifPresent(address -> environment.put("VOXPOP_APERTIUM_ADDRESS", address));
        environment.putAll(program == Program.ARTICLE_SERVICE ? founding : Map.of());
        start(program, wiring, environment);
      } else if (!embedded) {
        start(program, wiring, discovery);
      }
    }
    if (consul.isPresent()) {
      waiting.until("consul", consul.get()::isReady);
      screen.say("discovery: Consul, its page is http://127.0.0.1:" + consul.get().port() + "/ui/");
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
            data.resolve("mariadb"),
            0,
            secrets.random("database.root"),
            EmbeddedDatabase.lasting(),
            Part.leash());
    house.takeIn(embedded);
    screen.say(
        "database: embedded MariaDB at 127.0.0.1:"
            + embedded.port()
            + ", data in "
            + data.resolve("mariadb"));
    return Schemas.embedded(embedded);
  }

  /** Is still starting when this returns. */
  private Optional<Consul> consul() {
    Optional<Path> program =
        options.has("no-consul")
            ? Optional.empty()
            : Consul.program(System.getenv().getOrDefault("PATH", ""));
    if (program.isEmpty()) {
      screen.say(
          "discovery: fixed loopback addresses"
              + (options.has("no-consul") ? "" : " (there is no consul on the path)"));
    }
    return program.map(found -> Consul.start(found, house, screen));
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

  private void start(Program program, Wiring wiring, Map<String, String> further) {
    Map<String, String> environment = new HashMap<>(wiring.environment(program));
    environment.putAll(further);
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
