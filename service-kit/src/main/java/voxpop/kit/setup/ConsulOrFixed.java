package voxpop.kit.setup;

import io.micronaut.discovery.DiscoveryClient;
import io.micronaut.discovery.ServiceInstance;
import io.micronaut.http.client.loadbalance.AbstractRoundRobinLoadBalancer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The instances of one program: those that Consul tells of, else those that were configured. */
final class ConsulOrFixed extends AbstractRoundRobinLoadBalancer {
  /** An agent on the same machine answers within milliseconds, or not at all. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

  /** So long an agent that didn't answer isn't asked again: not every call shall wait for it. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private final String program;
  private final DiscoveryClient discovery;
  private final List<ServiceInstance> fixed;
  private volatile long askAgainAt = System.nanoTime();

  ConsulOrFixed(String program, DiscoveryClient discovery, List<ServiceInstance> fixed) {
    this.program = program;
    this.discovery = discovery;
    this.fixed = fixed;
  }

  @Override
  public String getServiceID() {
    return program;
  }

  @Override
  public Publisher<ServiceInstance> select(@Nullable Object discriminator) {
    if (fixed.isEmpty()) {
      return Mono.from(discovery.getInstances(program)).map(this::getNextAvailable);
    }
    if (System.nanoTime() - askAgainAt < 0) {
      return Mono.fromCallable(() -> getNextAvailable(fixed));
    }
    return Mono.from(discovery.getInstances(program))
        .timeout(ANSWERS_WITHIN)
        .onErrorResume(
            away -> {
              askAgainAt = System.nanoTime() + LEFT_ALONE.toNanos();
              return Mono.empty();
            })
        .filter(instances -> !instances.isEmpty())
        .defaultIfEmpty(fixed)
        .map(this::getNextAvailable);
  }
}
