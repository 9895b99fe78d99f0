package voxpop.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for what was started, says how far it is, and gives up when something ends meanwhile. */
final class Waiting {
  private static final Duration READY_WITHIN = Duration.ofMinutes(4);
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(3);
  private static final int BETWEEN_MILLIS = 100;

  /** True when there is nothing to wait for any more. */
  interface Ready {
    boolean now() throws InterruptedException;
  }

  private final House house;
  private final Screen screen;

  Waiting(House house, Screen screen) {
    this.house = house;
    this.screen = screen;
  }

  /** All four are ready, and a question goes through the door to a service and back. */
  void forHealth(Wiring wiring) throws InterruptedException {
    List<Program> missing = new ArrayList<>(List.of(Program.values()));
    Progress progress = new Progress();
    while (!missing.isEmpty()) {
      for (Program program : List.copyOf(missing)) {
        if (Answers.well(
            "http://127.0.0.1:" + wiring.managementPort(program) + "/health/readiness")) {
          missing.remove(program);
          screen.say(program.id() + ": ready");
        }
      }
      if (!missing.isEmpty()) {
        progress.step(String.join(", ", missing.stream().map(Program::id).toList()));
      }
    }
    // through the door to each service and back: with Consul they find each other a little later
    String door = "http://127.0.0.1:" + wiring.port(Program.GATEWAY);
    for (String path : List.of("/api/site", "/api/comments", "/api/engines")) {
      until("an answer through the gateway", () -> Answers.atAll(door + path));
    }
  }

  void until(String what, Ready ready) throws InterruptedException {
    Progress progress = new Progress();
    while (!ready.now()) {
      progress.step(what);
    }
  }

  /** Returns the name of the first that ends. */
  String untilSomethingEnds() throws InterruptedException {
    while (true) {
      String ended = house.ended();
      if (ended != null) {
        return ended;
      }
      Thread.sleep(BETWEEN_MILLIS);
    }
  }

  private final class Progress {
    private final long began = System.nanoTime();
    private long said = began;

    void step(String what) throws InterruptedException {
      String ended = house.ended();
      if (ended != null) {
        throw new CannotStart(
            ended + " has ended instead of starting; its last lines above say why.");
      }
      long now = System.nanoTime();
      if (now - began > READY_WITHIN.toNanos()) {
        throw new CannotStart(
            "Not ready after %d seconds: %s.".formatted(READY_WITHIN.toSeconds(), what));
      }
      if (now - said > PROGRESS_EVERY.toNanos()) {
        said = now;
        screen.say(
            "waiting for %s (%d s)".formatted(what, Duration.ofNanos(now - began).toSeconds()));
      }
      Thread.sleep(BETWEEN_MILLIS);
    }
  }
}
