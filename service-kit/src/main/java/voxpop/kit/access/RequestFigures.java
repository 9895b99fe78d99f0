package voxpop.kit.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times requests as {@code http.server.requests}, by method, template of the route and
 * status. Done at the wire, where the line of access is written: what the framework counts lacks
 * whatever is answered before its own filters.
 */
@Singleton
public class RequestFigures {
  /** Anybody may send a method of their own; all of these are one. */
  private static final String ODD = "other";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private record Kind(String method, String route, int status) {}

  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  RequestFigures(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Counts a request that is over. For the event loop: never waits.
   *
   * @param route a template, never an address that somebody sent
   * @param nanos from the request's head to the last of the answer
   */
  public void count(String method, String route, int status, long nanos) {
    String known = METHODS.contains(method) ? method : ODD;
    timers
        .computeIfAbsent(new Kind(known, route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("http.server.requests")
        .description("Requests answered, from the head to the last of the answer")
        .tag("method", kind.method)
        .tag("uri", kind.route)
        .tag("status", Integer.toString(kind.status))
        .register(registry);
  }
}
