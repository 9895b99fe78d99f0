package voxpop.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the four programs once, as they are used, so that the JVM keeps what it loaded, linked and
 * learned in a cache for every later start (JEP 514, JEP 515).
 */
public final class Training {
  /** A JVM writes its cache when it ends: seconds on an idle machine, minutes on a busy one. */
  private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(5);

  /** Where other builds use the machine, something may take longer than a caller waits. */
  private static final int TRIES = 3;

  private final Path folder;
  private final Function<Program, Place> places;
  private final Consumer<String> say;

  /**
   * @param folder for a database and whatever else is written meanwhile; removed afterwards, but
   *     for the log beside it
   */
  public Training(Path folder, Function<Program, Place> places, Consumer<String> say) {
    this.folder = folder;
    this.places = places;
    this.say = say;
  }

  /** Trains whatever was built since the last training: {@code CHECKOUT try|required|off}. */
  public static void main(String[] arguments) throws InterruptedException {
    Path checkout = Path.of(arguments[0]).toAbsolutePath().normalize();
    if (arguments[1].equals("off")) {
      return;
    }
    Training training =
        new Training(
            checkout.resolve("deploy/training/target/run"),
            program -> Place.built(checkout, program),
            System.out::println);
    try {
      training.ifNeeded();
    } catch (IOException | CannotStart e) {
      System.err.println(
          "training: no AOT caches, so programs will start slower: " + e.getMessage());
      if (arguments[1].equals("required")) {
        System.exit(1);
      }
    }
    try {
      Files.writeString(checkout.resolve("deploy/training/target/tried"), "");
    } catch (IOException e) {
      System.err.println("It will be tried again at the next start: " + e);
    }
    // clients of the rehearsal may still hold threads
    System.exit(0);
  }

  /** Trains unless the caches that are there were made from what lies there. */
  public void ifNeeded() throws IOException, InterruptedException {
    boolean trained = true;
    for (Program program : Program.values()) {
      trained &= places.apply(program).isTrained(program);
    }
    if (!trained) {
      run();
    }
  }

  private void run() throws IOException, InterruptedException {
    long began = System.nanoTime();
    say.accept("training: the four programs are run once, so that they start fast from then on");
    Path log = folder.resolveSibling("training.log");
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(log)) {
      Screen screen = new Screen(new PrintStream(out, true), false);
      tryUntilDone(TRIES, () -> once(screen));
    } catch (IOException | CannotStart e) {
      throw new CannotStart(e.getMessage() + " (" + log + " has all of it)", e);
    }
    for (Program program : Program.values()) {
      places.apply(program).seal(program);
    }
    DatabaseFolder.delete(folder);
    say.accept(
        "training: done in " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
  }

  /** What may fail because the machine has too much to do, and may be done again from the start. */
  interface Attempt {
    void make() throws IOException, InterruptedException;
  }

  /**
   * @throws IOException in one sentence, when it failed that many times
   */
  void tryUntilDone(int times, Attempt attempt) throws IOException, InterruptedException {
    for (int made = 1; ; made++) {
      try {
        attempt.make();
        return;
      } catch (IOException e) {
        if (made == times) {
          throw new IOException("%d tries failed, the last one: %s".formatted(times, said(e)), e);
        }
        say.accept("training: once more from the start, for it failed: " + said(e));
      }
    }
  }

  private static String said(IOException failure) {
    return String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
        .lines()
        .findFirst()
        .orElse("");
  }

  /** All four at once: each is asked by the others as it is when readers come. */
  private void once(Screen screen) throws IOException, InterruptedException {
    DatabaseFolder.delete(folder);
    Files.createDirectories(folder);
    for (Program program : Program.values()) {
      places.apply(program).forget();
    }
    try (Trial trial = new Trial(folder);
        House house = new House(folder.resolve("run"), folder.toString(), WRITTEN_WITHIN)) {
      Runtime.getRuntime().addShutdownHook(new Thread(house::close));
      rehearse(trial, house, screen);
    }
    for (Program program : Program.values()) {
      if (!Files.exists(places.apply(program).cache())) {
        throw new IOException(program.id() + " left no AOT cache");
      }
    }
  }

  private void rehearse(Trial trial, House house, Screen screen)
      throws IOException, InterruptedException {
    Waiting waiting = new Waiting(house, screen);
    Map<String, String> discovery = discovery(house, screen, waiting);
    for (Program program : Program.values()) {
      Map<String, String> environment = trial.environment(program);
      environment.putAll(discovery);
      Place place = places.apply(program);
      List<String> command =
          program.command(place, List.of("-XX:AOTCacheOutput=" + place.cache()), "");
      house.program(
          () ->
              Part.start(
                  program.id(), command, environment, house.runFolder(), screen, line -> true));
    }
    waiting.forHealth(trial.wiring());
    trial.goRound();
  }

  /** With Consul where there is one: its client is then in the cache too. */
  private static Map<String, String> discovery(House house, Screen screen, Waiting waiting)
      throws InterruptedException {
    Optional<Path> program = Consul.program(System.getenv().getOrDefault("PATH", ""));
    if (program.isEmpty()) {
      return Map.of();
    }
    Consul consul = Consul.start(program.get(), house, screen);
    waiting.until("consul", consul::isReady);
    return consul.environment();
  }
}
