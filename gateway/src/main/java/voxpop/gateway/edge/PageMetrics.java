package voxpop.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how pages were served, and on which way. */
@Singleton
class PageMetrics {
  private final Map<String, Counter> ordinary;
  private final Map<String, Counter> fast;

  PageMetrics(MeterRegistry registry) {
    this.ordinary = counters(registry, "ordinary");
    this.fast = counters(registry, "short");
  }

  private static Map<String, Counter> counters(MeterRegistry registry, String way) {
    Map<String, Counter> counters = new HashMap<>();
    for (String how : List.of(Served.HIT, Served.STALE, Served.MISS)) {
      counters.put(how, registry.counter("voxpop.pages", "cache", how, "way", way));
    }
    return Map.copyOf(counters);
  }

  void served(Served served) {
    count(ordinary, served);
  }

  private static void count(Map<String, Counter> counters, Served served) {
    Counter counter = counters.get(served.how());
    if (counter != null) {
      counter.increment();
    }
  }

  void servedShort(Served served) {
    count(fast, served);
  }
}
