package voxpop.kit.leaving;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Not ready any more as soon as it leaves; alive until it is gone. */
@Singleton
@Readiness
class LeavingHealth implements HealthIndicator {
  private final Leaving leaving;

  LeavingHealth(Leaving leaving) {
    this.leaving = leaving;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(
        () ->
            HealthResult.builder("leaving", leaving.now() ? HealthStatus.DOWN : HealthStatus.UP)
                .build());
  }
}
