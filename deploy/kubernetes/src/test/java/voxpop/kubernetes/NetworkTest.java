package voxpop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways that the network policies leave open are those of the table of calls, and no others. */
class NetworkTest {
  static List<Variant> guarded() {
    return Variant.all().stream().filter(v -> v.components().contains("network-policies")).toList();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void inside_the_house_the_policies_are_the_table(Variant variant) {
    assertThat(new Network(variant.manifests()).inside())
        .containsExactlyInAnyOrderElementsOf(
            Calls.inside(
                has(variant, "consul"), has(variant, "mysql"), has(variant, "mysql-operator")));
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void what_leaves_the_house_and_what_enters_it_is_the_table(Variant variant) {
    Network network = new Network(variant.manifests());
    boolean outside = variant.name().equals("overlay production");
    boolean operator = has(variant, "mysql-operator");
    for (Network.Pod pod : network.pods()) {
      assertThat(network.out(pod))
          .as("out of " + pod.name())
          .containsExactlyInAnyOrderElementsOf(Calls.out(pod.name(), outside, operator));
      assertThat(network.in(pod))
          .as("into " + pod.name())
          .containsExactlyInAnyOrderElementsOf(Calls.in(pod.name(), operator));
    }
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void what_no_policy_opens_is_closed(Variant variant) {
    Network network = new Network(variant.manifests());
    assertThat(network.pods())
        .allMatch(pod -> network.isolated(pod, "Ingress") && network.isolated(pod, "Egress"));
  }

  private static boolean has(Variant variant, String component) {
    return variant.components().contains(component);
  }
}
