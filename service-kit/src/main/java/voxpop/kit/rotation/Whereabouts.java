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

  /** Short enough to follow who comes and goes: half of what an instance serves on that leaves. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** So long an agent that didn't answer isn't asked again. */
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
    return isPast(dueAt) && !isAway();
  }

  /** Whether it didn't answer a moment ago. */
  boolean isAway() {
    return aloneUntil != null && !isPast(aloneUntil);
  }

  /** The instances; nothing while the agent is away. */
  Mono<List<ServiceInstance>> ask() {
    if (isAway()) {
      return Mono.empty();
    }
    dueAt = System.nanoTime() + AGAIN.toNanos();
    return Mono.defer(() -> Mono.from(discovery.getInstances(program)))
        .timeout(ANSWERS_WITHIN)
        .onErrorResume(
            away -> {
              aloneUntil = System.nanoTime() + LEFT_ALONE.toNanos();
              return Mono.empty();
            });
  }

  private static boolean isPast(@Nullable Long moment) {
    return moment != null && System.nanoTime() - moment >= 0;
  }
}
