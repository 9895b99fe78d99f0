package voxpop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a strict API server would say, and what it would accept although it can't work. */
class ManifestsTest {
  static List<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_object_has_the_shape_of_its_kind(Variant variant) throws Exception {
    for (Manifest manifest : variant.manifests()) {
      Schema.check(manifest);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void no_object_has_what_a_server_refuses_beyond_its_shape(Variant variant) {
    assertThat(variant.manifests().stream().flatMap(m -> ServerRules.refused(m).stream()))
        .isEmpty();
  }

  @Test
  void what_a_server_refuses_is_seen() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, labels: {app: "%s"}}
        spec: {internalTrafficPolicy: %s, ports: [{name: http, port: 80}]}
        """;
    assertThat(ServerRules.refused(one(service.formatted("fine", "a.b_c", "Local")))).isEmpty();
    assertThat(ServerRules.refused(one(service.formatted("1st", "a", "Local")))).hasSize(1);
    assertThat(ServerRules.refused(one(service.formatted("fine", "-a", "local")))).hasSize(2);
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p}
        spec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: %s}}]}]}
        """;
    assertThat(ServerRules.refused(one(policy.formatted("10.0.0.0/8")))).isEmpty();
    assertThat(ServerRules.refused(one(policy.formatted("10.0.0.1/8")))).hasSize(1);
  }

  private static Manifest one(String yaml) {
    return Manifest.all(yaml).getFirst();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void no_two_objects_have_one_name(Variant variant) {
    Set<String> seen = new HashSet<>();
    assertThat(variant.manifests()).allMatch(manifest -> seen.add(manifest.toString()));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void what_is_named_is_there(Variant variant) {
    assertThat(new References(variant.manifests()).broken()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_container_is_hardened(Variant variant) {
    assertThat(variant.manifests()).allSatisfy(Hardening::check);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void no_secret_is_written_down(Variant variant) {
    assertThat(variant.manifests()).noneMatch(manifest -> manifest.kind().equals("Secret"));
  }
}
