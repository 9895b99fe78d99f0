package voxpop.kit.setup;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock that everything asks; tests put a fixed one in its place. */
@Factory
class HouseClock {
  /** UTC in whole microseconds, as the databases keep it: what was stored is what was said. */
  @Singleton
  @Secondary
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
