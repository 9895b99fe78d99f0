package voxpop.kubernetes;

import static voxpop.kubernetes.Manifest.each;
import static voxpop.kubernetes.Manifest.selects;
import static voxpop.kubernetes.Manifest.strings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import voxpop.kubernetes.Calls.Edge;

/** What the network policies of a variant let through, worked out as a network plugin would. */
final class Network {
  record Pod(String name, Map<String, String> labels, Set<String> ports) {}

  private final List<Manifest> policies;
  private final List<Pod> pods = new ArrayList<>();

  Network(List<Manifest> manifests) {
    policies = manifests.stream().filter(m -> m.kind().equals("NetworkPolicy")).toList();
    for (Manifest manifest : manifests) {
      if (!manifest.pod().isMissingNode()) {
        Set<String> ports = new HashSet<>();
        manifest
            .containers()
            .flatMap(container -> each(container.path("ports")))
            .forEach(
                p ->
                    ports.add(
                        p.path("protocol").asText("TCP") + " " + p.path("containerPort").asText()));
        pods.add(new Pod(manifest.name(), manifest.podLabels(), ports));
      } else if (manifest.kind().equals("InnoDBCluster")) {
        // the servers and routers that the operator makes of it
        Map<String, String> labels = new HashMap<>(strings(manifest.at("/spec/podLabels")));
        pods.add(
            new Pod(
                manifest.name(), labels, Set.of("TCP 3306", "TCP 6446", "TCP 33060", "TCP 33061")));
      }
    }
  }

  List<Pod> pods() {
    return pods;
  }

  /** The ways between the house's pods that both sides leave open. */
  Set<Edge> inside() {
    Set<Edge> open = new HashSet<>();
    for (Pod from : pods) {
      for (Pod to : pods) {
        for (String port : to.ports()) {
          if (opens(from, "Egress", "egress", "to", to, port)
              && opens(to, "Ingress", "ingress", "from", from, port)) {
            open.add(new Edge(from.name(), to.name(), port));
          }
        }
      }
    }
    return open;
  }

  Set<Edge> out(Pod pod) {
    Set<Edge> open = new HashSet<>();
    rules(pod, "Egress", "egress")
        .forEach(
            rule ->
                strangers(rule, "to")
                    .forEach(
                        to ->
                            ports(rule).forEach(port -> open.add(new Edge(pod.name(), to, port)))));
    return open;
  }

  Set<Edge> in(Pod pod) {
    Set<Edge> open = new HashSet<>();
    rules(pod, "Ingress", "ingress")
        .forEach(
            rule ->
                strangers(rule, "from")
                    .forEach(
                        from ->
                            ports(rule)
                                .forEach(port -> open.add(new Edge(from, pod.name(), port)))));
    return open;
  }

  /** Whether anything at all is held back from or to this pod. */
  boolean isolated(Pod pod, String direction) {
    return policies.stream()
        .anyMatch(
            policy ->
                selects(policy.at("/spec/podSelector"), pod.labels())
                    && applies(policy, direction));
  }

  private boolean opens(Pod pod, String direction, String list, String key, Pod peer, String port) {
    return rules(pod, direction, list)
        .anyMatch(
            rule ->
                ports(rule).contains(port)
                    && (!rule.has(key)
                        || each(rule.path(key))
                            .anyMatch(
                                p ->
                                    !p.has("namespaceSelector")
                                        && selects(p.path("podSelector"), peer.labels()))));
  }

  private Stream<JsonNode> rules(Pod pod, String direction, String list) {
    return policies.stream()
        .filter(policy -> selects(policy.at("/spec/podSelector"), pod.labels()))
        .filter(policy -> applies(policy, direction))
        .flatMap(policy -> each(policy.at("/spec/" + list)));
  }

  private static boolean applies(Manifest policy, String direction) {
    return each(policy.at("/spec/policyTypes")).anyMatch(type -> type.asText().equals(direction));
  }

  private static List<String> ports(JsonNode rule) {
    List<String> ports =
        each(rule.path("ports"))
            .map(p -> p.path("protocol").asText() + " " + p.path("port").asText())
            .toList();
    return ports.isEmpty() ? List.of("any port") : ports;
  }

  /** The peers of a rule that are no pods of this namespace, by a name that can be compared. */
  private static List<String> strangers(JsonNode rule, String key) {
    if (!rule.has(key)) {
      return List.of("anybody");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode peer : rule.path(key)) {
      if (peer.has("ipBlock")) {
        List<String> but = each(peer.at("/ipBlock/except")).map(JsonNode::asText).toList();
        names.add(
            peer.at("/ipBlock/cidr").asText()
                + (but.isEmpty() ? "" : " but " + String.join(" ", but)));
      } else if (peer.has("namespaceSelector")) {
        names.add(elsewhere(peer));
      }
    }
    return names;
  }

  private static String elsewhere(JsonNode peer) {
    Map<String, String> namespace = strings(peer.at("/namespaceSelector/matchLabels"));
    Map<String, String> pod = strings(peer.at("/podSelector/matchLabels"));
    if (namespace.isEmpty()) {
      return "any namespace " + pod.get("app.kubernetes.io/name");
    }
    if (namespace.containsKey("voxpop/monitoring")) {
      return "monitoring";
    }
    String name = namespace.get("kubernetes.io/metadata.name");
    return "kube-system".equals(name) ? pod.get("k8s-app") : name;
  }
}
