package voxpop.kit.shared;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.logging.LogLevel;
import io.micronaut.logging.LoggingSystem;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Loggers' levels from shared settings: {@code log-level/voxpop.comment} with the value {@code
 * DEBUG}. One that is taken away gives its logger back to the program's own {@code logger.levels}.
 */
@Singleton
@Requires(beans = LoggingSystem.class)
class LogLevels {
  private static final String PREFIX = "log-level/";

  private final LoggingSystem logging;
  private final SharedSettings settings;
  private final Environment environment;
  private final Set<String> changed = new HashSet<>();

  LogLevels(LoggingSystem logging, SharedSettings settings, Environment environment) {
    this.logging = logging;
    this.settings = settings;
    this.environment = environment;
  }

  /** Called by one thread alone, after each change. */
  void apply() {
    Set<String> wanted = new HashSet<>();
    for (Map.Entry<String, String> setting : settings.all().entrySet()) {
      if (setting.getKey().startsWith(PREFIX)) {
        String logger = setting.getKey().substring(PREFIX.length());
        LogLevel own = own(logger);
        LogLevel level = level(setting.getKey(), setting.getValue(), own);
        logging.setLogLevel(logger, level);
        wanted.add(logger);
      }
    }
    changed.removeAll(wanted);
    changed.forEach(logger -> logging.setLogLevel(logger, own(logger)));
    changed.clear();
    changed.addAll(wanted);
  }

  private LogLevel own(String logger) {
    return environment
        .getProperty("logger.levels." + logger, LogLevel.class)
        .orElse(LogLevel.NOT_SPECIFIED);
  }

  private LogLevel level(String name, String word, LogLevel otherwise) {
    try {
      return LogLevel.valueOf(word.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      settings.refuse(name, "a level such as INFO or DEBUG", otherwise.name());
      return otherwise;
    }
  }
}
