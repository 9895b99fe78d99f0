package voxpop.gateway.edge;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the feeds that pages depend on are heard. One that isn't may have told of anything. */
@Singleton
class Silence {
  /** Longer than one waiting poll with room to spare. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  private final Map<String, Long> heard = new ConcurrentHashMap<>();
  private final Clock clock;

  Silence(Clock clock) {
    this.clock = clock;
  }

  /** From now on this program's feed counts. */
  void expect(String program) {
    heard.putIfAbsent(program, 0L);
  }

  void heard(String program) {
    heard.computeIfPresent(program, (p, at) -> clock.millis());
  }

  boolean of(String program) {
    Long at = heard.get(program);
    return at != null && clock.millis() - at > LONGEST.toMillis();
  }

  /** Those that have been silent for too long, by name. */
  List<String> silent() {
    return heard.keySet().stream().filter(this::of).sorted().toList();
  }

  /** Whether one of them has been silent for too long. */
  boolean now() {
    long now = clock.millis();
    for (Long at : heard.values()) {
      if (now - at > LONGEST.toMillis()) {
        return true;
      }
    }
    return false;
  }
}
