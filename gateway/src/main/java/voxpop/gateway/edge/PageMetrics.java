package voxpop.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts how pages were served, and for the short way what the server counts on the ordinary. */
@Singleton
class PageMetrics {
  private record Asked(String route, String method, String status) {}

  private final MeterRegistry registry;
  private final Map<String, Counter> ordinary;
  private final Map<String, Counter> fast;
  private final Map<Asked, Timer> timers = new ConcurrentHashMap<>();

  PageMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.ordinary = counters("ordinary");
    this.fast = counters("short");
  }

  private Map<String, Counter> counters(String way) {
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

  /** Of the short way; timed under the names and tags that Micronaut gives to all others. */
  void served(Served served, String method, String status, long nanos) {
    count(fast, served);
    timers
        .computeIfAbsent(new Asked(served.page().route, method, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Asked asked) {
    return Timer.builder("http.server.requests")
        .tag("method", asked.method)
        .tag("status", asked.status)
        // As Micronaut does: 304 counts among the redirections.
        .tag("uri", asked.status.startsWith("3") ? "REDIRECTION" : asked.route)
        .tag("exception", "none")
        .register(registry);
  }
}
