package voxpop.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * How current the pages are that readers get: which feeds aren't heard, and how many pages were
 * served old or without their comments since this gateway started.
 */
@Singleton
class PagesHealth implements HealthIndicator {
  private final Silence silence;
  private final MeterRegistry metrics;

  PagesHealth(Silence silence, MeterRegistry metrics) {
    this.silence = silence;
    this.metrics = metrics;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(
        () -> {
          Map<String, Object> pages = new LinkedHashMap<>();
          pages.put("feedsNotHeard", silence.silent());
          pages.put("servedStale", total("voxpop.pages", "cache", Served.STALE));
          pages.put("servedPartial", total("voxpop.pages.partial"));
          return HealthResult.builder("pages", HealthStatus.UP).details(pages).build();
        });
  }

  private long total(String name, String... tags) {
    return Math.round(
        metrics.find(name).tags(tags).counters().stream().mapToDouble(Counter::count).sum());
  }
}
