package voxpop.kit.rotation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.discovery.ServiceInstanceList;
import io.micronaut.http.client.LoadBalancer;
import io.micronaut.http.client.loadbalance.ServiceInstanceListLoadBalancerFactory;
import jakarta.inject.Singleton;

/** Finds the other programs where the settings say they are: houses without Consul. */
@Singleton
@Replaces(ServiceInstanceListLoadBalancerFactory.class)
class FixedAddresses extends ServiceInstanceListLoadBalancerFactory {
  private final Rotations rotations;

  FixedAddresses(Rotations rotations) {
    this.rotations = rotations;
  }

  @Override
  public LoadBalancer create(ServiceInstanceList places) {
    // Others, such as Consul's own client, have a path of their own or more.
    return Rotations.PROGRAMS.contains(places.getID())
        ? rotations.fixed(places.getID(), places.getInstances())
        : super.create(places);
  }
}
