package voxpop.kit.setup;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.discovery.ServiceInstance;
import io.micronaut.discovery.ServiceInstanceIdGenerator;
import io.micronaut.discovery.consul.ConsulConfiguration;
import io.micronaut.discovery.consul.client.v1.ConsulClient;
import io.micronaut.discovery.consul.registration.ConsulAutoRegistration;
import io.micronaut.health.HealthStatus;
import io.micronaut.health.HeartbeatConfiguration;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import voxpop.kit.leaving.Announcement;

/**
 * Registers this program with Consul's agent. Micronaut's own registration tries once; this one
 * goes on trying with each heartbeat, for an agent may start later than the program, and waits for
 * the answer when it leaves, so that nobody is sent here afterwards.
 */
@Singleton
@Replaces(ConsulAutoRegistration.class)
@Requires(beans = {ConsulClient.class, ConsulConfiguration.class})
class ConsulPresence extends ConsulAutoRegistration implements Announcement {
  private static final Logger LOG = LoggerFactory.getLogger(ConsulPresence.class);
  private static final Duration LEAVES_WITHIN = Duration.ofSeconds(2);

  private final ConsulClient consul;
  private final ServiceInstanceIdGenerator ids;
  private final Environment environment;
  private volatile @Nullable ServiceInstance self;
  private volatile boolean left;

  ConsulPresence(
      Environment environment,
      ConsulClient consul,
      HeartbeatConfiguration heartbeat,
      ConsulConfiguration configuration,
      ServiceInstanceIdGenerator ids) {
    super(environment, consul, heartbeat, configuration, ids);
    this.consul = consul;
    this.ids = ids;
    this.environment = environment;
  }

  @Override
  protected void register(ServiceInstance instance) {
    self = instance;
    super.register(instance);
  }

  @Override
  protected void pulsate(ServiceInstance instance, HealthStatus status) {
    if (left) {
      return;
    }
    if (registered.get()) {
      super.pulsate(instance, status);
    } else {
      register(instance);
    }
  }

  @Override
  public boolean tellThatThisProgramLeaves() {
    ServiceInstance instance = self;
    if (instance != null) {
      deregister(instance);
    }
    return instance != null;
  }

  @Override
  protected void deregister(ServiceInstance instance) {
    if (left) {
      return;
    }
    left = true;
    try {
      Mono.from(consul.deregister(ids.generateId(environment, instance))).block(LEAVES_WITHIN);
    } catch (RuntimeException e) {
      // its agent drops a program that doesn't report any more
      LOG.warn("Consul's agent was not told that this program leaves: {}", e.toString());
    }
  }
}
