package voxpop.gateway.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The guard of each service, the same one for all who call it. */
@Singleton
public class Guards {
  static final List<String> SERVICES =
      List.of("article-service", "comment-service", "translation-service");

  private final Map<String, Guard> guards;

  Guards(@Named(TaskExecutors.BLOCKING) ExecutorService blocking, MeterRegistry metrics) {
    this.guards =
        SERVICES.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), name -> new Guard(name, blocking, metrics)));
  }

  /** Of a service by its name. */
  public Guard of(String service) {
    Guard guard = guards.get(service);
    if (guard == null) {
      throw new IllegalArgumentException("no service " + service);
    }
    return guard;
  }
}
