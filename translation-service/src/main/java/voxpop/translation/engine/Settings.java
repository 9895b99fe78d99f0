package voxpop.translation.engine;

import jakarta.inject.Singleton;
import java.util.List;

/** The settings of each engine, also of those for which nothing is set. */
@Singleton
class Settings {
  private final List<EngineSettings> engines;
  private final EnginesSettings all;

  Settings(List<EngineSettings> engines, EnginesSettings all) {
    this.engines = engines;
    this.all = all;
  }

  EngineSettings of(String engine) {
    return engines.stream()
        .filter(settings -> settings.name().equals(engine))
        .findFirst()
        .orElseGet(() -> EngineSettings.none(engine));
  }

  EnginesSettings all() {
    return all;
  }
}
