package voxpop.translation.engine;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All engines, those for readers first. */
@Singleton
public class Engines {
  private final List<Engine> engines;

  Engines(List<Engine> engines) {
    this.engines =
        engines.stream()
            .sorted(Comparator.comparing(Engine::forReaders).reversed())
            .filter(Engine::configured)
            .toList();
  }

  /** The engine for a pair, if there is one that works. */
  public Optional<Engine> forPair(Pair pair) {
    return engines.stream().filter(engine -> engine.translates(pair)).findFirst();
  }

  List<Engine> all() {
    return engines;
  }
}
