package voxpop.kit.rotation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.env.Environment;
import io.micronaut.discovery.DiscoveryClient;
import io.micronaut.discovery.ServiceInstance;
import io.micronaut.http.client.LoadBalancer;
import io.micronaut.http.client.loadbalance.DiscoveryClientLoadBalancerFactory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the other programs through Consul, and at their fixed addresses ({@code VOXPOP_ADDRESS_…})
 * while Consul's agent doesn't answer or knows none of them.
 */
@Singleton
@Replaces(DiscoveryClientLoadBalancerFactory.class)
class HouseAddresses extends DiscoveryClientLoadBalancerFactory {
  private static final String FIXED = "voxpop.fixed-address.";

  private final Environment environment;
  private final Rotations rotations;

  HouseAddresses(DiscoveryClient discovery, Environment environment, Rotations rotations) {
    super(discovery);
    this.environment = environment;
    this.rotations = rotations;
  }

  @Override
  public LoadBalancer create(String program) {
    List<ServiceInstance> fixed =
        Arrays.stream(environment.getProperty(FIXED + program, String.class).orElse("").split(","))
            .filter(address -> !address.isBlank())
            .map(address -> ServiceInstance.of(program, URI.create(address.strip())))
            .toList();
    return rotations.found(program, getDiscoveryClient(), fixed);
  }
}
