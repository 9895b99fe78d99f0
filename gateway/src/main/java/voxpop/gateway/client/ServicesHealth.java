package voxpop.gateway.client;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import voxpop.kit.rotation.Rotations;

/**
 * Which services are away as seen from the door. That one is takes no gateway out of rotation: it
 * still serves what it has.
 */
@Singleton
class ServicesHealth implements HealthIndicator {
  /** A service, as its callers see it. */
  private record Service(String breaker, int callsUnderWay, int instances, int setAside) {
    Map<String, Object> told() {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("state", breaker.equals("CLOSED") ? "there" : "away");
      told.put("breaker", breaker);
      told.put("callsUnderWay", callsUnderWay);
      told.put("instances", instances);
      told.put("instancesSetAside", setAside);
      return told;
    }
  }

  private final Guards guards;
  private final Rotations rotations;

  ServicesHealth(Guards guards, Rotations rotations) {
    this.guards = guards;
    this.rotations = rotations;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(
        () -> {
          Map<String, Object> services = new LinkedHashMap<>();
          Guards.SERVICES.forEach(name -> services.put(name, of(name).told()));
          return HealthResult.builder("services", HealthStatus.UP).details(services).build();
        });
  }

  private Service of(String name) {
    Guard guard = guards.of(name);
    Rotations.Sight sight = rotations.of(name);
    return new Service(guard.state(), guard.inside(), sight.known(), sight.aside());
  }
}
