package voxpop.kit.rotation;

import io.micronaut.discovery.ServiceInstance;
import io.micronaut.discovery.exceptions.NoAvailableServiceException;
import io.micronaut.health.HealthStatus;
import io.micronaut.http.client.LoadBalancer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The instances of one program, called in turn. */
final class Rotation implements LoadBalancer {
  private final String program;
  private final @Nullable Whereabouts whereabouts;
  private final List<Instance> fixed;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Instance> known = List.of();

  /**
   * @param whereabouts who tells where its instances are; null where only settings do
   * @param fixed where it is while nobody tells
   */
  Rotation(String program, @Nullable Whereabouts whereabouts, List<ServiceInstance> fixed) {
    this.program = program;
    this.whereabouts = whereabouts;
    this.fixed = fixed.stream().map(Instance::new).toList();
  }

  @Override
  public Publisher<ServiceInstance> select(@Nullable Object discriminator) {
    // where none takes a call there may be a new one that nobody has told of yet
    if (whereabouts != null && known.stream().noneMatch(Instance::usable)) {
      return whereabouts.ask().doOnNext(this::learn).then(Mono.fromCallable(() -> next().place()));
    }
    return Mono.fromCallable(() -> next().place());
  }

  /** Looks for who hangs; asks now and then who is there, once anybody wanted to know. */
  void tick() {
    List<Instance> all = all();
    if (all.size() > 1) {
      all.forEach(instance -> instance.giveUpIfSilent().forEach(call -> giveUp(call, instance)));
    }
    if (whereabouts != null && whereabouts.isDue()) {
      whereabouts.hear().subscribe(this::learn);
    }
  }

  /** The instance at this address, if it is one of this program's. */
  @Nullable Instance at(URI address) {
    Instance there = at(address, known);
    return there == null ? at(address, fixed) : there;
  }

  private static @Nullable Instance at(URI address, List<Instance> instances) {
    for (Instance instance : instances) {
      if (instance.isAt(address)) {
        return instance;
      }
    }
    return null;
  }

  List<Instance> all() {
    List<Instance> told = known;
    return told.isEmpty() ? fixed : told;
  }

  private void giveUp(Call call, Instance hanging) {
    if (call.repeatable() && all().stream().anyMatch(other -> other != hanging && other.usable())) {
      call.giveUp();
    }
  }

  /**
   * What Consul says counts, but silence doesn't, nor that nobody is there: an agent that was away
   * has forgotten everybody, and who is really gone shows by itself.
   */
  private void learn(List<ServiceInstance> told) {
    List<Instance> healthy =
        told.stream()
            .filter(instance -> HealthStatus.UP.equals(instance.getHealthStatus()))
            .map(this::seen)
            .toList();
    if (!healthy.isEmpty()) {
      known = healthy;
    }
  }

  /** Who stays keeps what was seen of it. */
  private Instance seen(ServiceInstance place) {
    Instance before = at(place.getURI());
    return before == null ? new Instance(place) : before;
  }

  private Instance next() {
    List<Instance> candidates = all().stream().filter(Instance::usable).toList();
    if (candidates.isEmpty()) {
      // Better a doubtful one than none.
      candidates = fixed.isEmpty() ? known : fixed;
    }
    if (candidates.isEmpty()) {
      throw new NoAvailableServiceException(program);
    }
    return candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
  }
}
