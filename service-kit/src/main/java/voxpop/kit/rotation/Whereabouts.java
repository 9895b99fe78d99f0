package voxpop.kit.rotation;

import io.micronaut.discovery.DiscoveryClient;
import io.micronaut.discovery.ServiceInstance;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What Consul's agent says of one program. It may be away, and no call waits for it twice. */
final class Whereabouts {
  /** An agent on the same machine answers within milliseconds, or not at all. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

  /** Where no call waits for it, an agent that is merely busy gets the time that it takes. */
  private static final Duration HEARD_OUT = Duration.ofSeconds(5);

  /**
   * Short enough to follow who comes and goes: a fifth of what an instance serves on that leaves.
   */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** So long no call waits for an agent that didn't answer one. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

  private final String program;
  private final DiscoveryClient discovery;
  private volatile @Nullable Long dueAt;
  private volatile @Nullable Long aloneUntil;

  Whereabouts(String program, DiscoveryClient discovery) {
    this.program = program;
    this.discovery = discovery;
  }

  /** Whether it was asked before, and is to be asked again. */
  boolean isDue() {
    return isPast(dueAt);
  }

  /** The instances, for a call that waits for them; nothing while the agent is away. */
  Mono<List<ServiceInstance>> ask() {
    if (aloneUntil != null && !isPast(aloneUntil)) {
      return Mono.empty();
    }
    dueAt = later(AGAIN);
    return instances(ANSWERS_WITHIN)
        .onErrorResume(
            away -> {
              aloneUntil = later(LEFT_ALONE);
              return Mono.empty();
            });
  }

  /** The instances, for later calls; one such question at a time. */
  Mono<List<ServiceInstance>> hear() {
    dueAt = null;
    return instances(HEARD_OUT)
        .onErrorResume(away -> Mono.empty())
        .doFinally(how -> dueAt = later(AGAIN));
  }

  private Mono<List<ServiceInstance>> instances(Duration within) {
    return Mono.defer(() -> Mono.from(discovery.getInstances(program))).timeout(within);
  }

  private static long later(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  private static boolean isPast(@Nullable Long moment) {
    return moment != null && System.nanoTime() - moment >= 0;
  }
}
