package voxpop.kit.setup;

import io.micronaut.cache.discovery.DiscoveryClientCacheConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How long a program remembers where the others are. Not a setting in {@code house.yml}: any key
 * below {@code micronaut.caches.discovery-client} makes a second cache of that name, and then the
 * health endpoint doesn't start.
 */
@Singleton
class DiscoveryMemory implements BeanCreatedEventListener<DiscoveryClientCacheConfiguration> {
  /** Only spares a second look-up at the same time: each rotation remembers what it was told. */
  private static final Duration KEPT = Duration.ofMillis(500);

  @Override
  public DiscoveryClientCacheConfiguration onCreated(
      BeanCreatedEvent<DiscoveryClientCacheConfiguration> event) {
    event.getBean().setExpireAfterAccess(KEPT);
    event.getBean().setExpireAfterWrite(KEPT);
    return event.getBean();
  }
}
