package voxpop.kubernetes;

import static voxpop.kubernetes.Manifest.each;
import static voxpop.kubernetes.Manifest.selects;
import static voxpop.kubernetes.Manifest.strings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Follows every name that one object says of another, and tells which lead nowhere. */
final class References {
  private final List<Manifest> manifests;
  private final List<String> broken = new ArrayList<>();

  References(List<Manifest> manifests) {
    this.manifests = manifests;
    manifests.forEach(this::follow);
  }

  List<String> broken() {
    return broken;
  }

  private void follow(Manifest manifest) {
    switch (manifest.kind()) {
      case "Deployment", "StatefulSet", "DaemonSet", "Job" -> workload(manifest);
      case "Service" -> service(manifest);
      case "PodDisruptionBudget" -> chooses(manifest, manifest.at("/spec/selector"));
      case "HorizontalPodAutoscaler" -> scaler(manifest);
      case "Ingress" -> ingress(manifest);
      case "HTTPRoute" -> route(manifest);
      case "Gateway" ->
          each(manifest.at("/spec/listeners"))
              .flatMap(listener -> each(listener.at("/tls/certificateRefs")))
              .forEach(secret -> secret(manifest, secret.path("name").asText(), "tls.crt"));
      case "PodMonitor" -> monitor(manifest);
      case "InnoDBCluster" ->
          secret(manifest, manifest.at("/spec/secretName").asText(), "rootPassword");
      default -> {}
    }
  }

  private void workload(Manifest workload) {
    if (!workload.kind().equals("Job")) {
      require(
          selects(workload.at("/spec/selector"), workload.podLabels()),
          workload,
          "its selector does not choose its own pods");
    }
    each(workload.pod().path("topologySpreadConstraints"))
        .forEach(
            spread ->
                require(
                    selects(spread.path("labelSelector"), workload.podLabels()),
                    workload,
                    "it spreads other pods than its own"));
    String account = workload.pod().path("serviceAccountName").asText();
    require(find("ServiceAccount", account).isPresent(), workload, "no ServiceAccount " + account);
    if (workload.kind().equals("StatefulSet")) {
      String service = workload.at("/spec/serviceName").asText();
      require(
          find("Service", service)
              .filter(s -> s.at("/spec/clusterIP").asText().equals("None"))
              .isPresent(),
          workload,
          "no headless Service " + service);
    }
    new Volumes(workload, this).follow();
    workload.containers().forEach(container -> environment(workload, container));
    ports(workload);
  }

  private void environment(Manifest workload, JsonNode container) {
    Set<String> names = new HashSet<>();
    each(container.path("env"))
        .forEach(
            env -> {
              require(names.add(env.path("name").asText()), workload, "twice: " + env);
              JsonNode secret = env.at("/valueFrom/secretKeyRef");
              if (secret.path("optional").asBoolean()) {
                secret(workload, secret.path("name").asText(), null);
              } else if (!secret.isMissingNode()) {
                secret(workload, secret.path("name").asText(), secret.path("key").asText());
              }
              JsonNode config = env.at("/valueFrom/configMapKeyRef");
              if (!config.isMissingNode()) {
                config(workload, config.path("name").asText(), config.path("key").asText());
              }
            });
    each(container.path("envFrom"))
        .forEach(
            from -> {
              if (from.has("secretRef")) {
                secret(workload, from.at("/secretRef/name").asText(), null);
              } else {
                config(workload, from.at("/configMapRef/name").asText(), null);
              }
            });
  }

  private void ports(Manifest workload) {
    workload
        .containers()
        .forEach(
            container ->
                Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                    .map(container::path)
                    .flatMap(
                        probe -> Stream.of(probe.at("/httpGet/port"), probe.at("/tcpSocket/port")))
                    .filter(port -> !port.isMissingNode())
                    .forEach(
                        port ->
                            require(
                                hasPort(container, port.asText()),
                                workload,
                                "probes no port " + port.asText())));
  }

  private void service(Manifest service) {
    var labels = strings(service.at("/spec/selector"));
    List<Manifest> behind =
        pods(pod -> pod.podLabels().entrySet().containsAll(labels.entrySet())).toList();
    require(behind.size() == 1, service, "finds " + behind.size() + " kinds of pods, not one");
    each(service.at("/spec/ports"))
        .forEach(
            port ->
                require(
                    behind.stream()
                        .flatMap(Manifest::containers)
                        .anyMatch(c -> hasPort(c, port.path("targetPort").asText())),
                    service,
                    "no pod has its port " + port.path("targetPort").asText()));
  }

  private void scaler(Manifest scaler) {
    JsonNode target = scaler.at("/spec/scaleTargetRef");
    Optional<Manifest> workload = find(target.path("kind").asText(), target.path("name").asText());
    require(workload.isPresent(), scaler, "scales nothing");
    require(
        workload.filter(w -> w.at("/spec/replicas").isMissingNode()).isPresent(),
        scaler,
        "every apply would undo what the autoscaler did");
  }

  private void ingress(Manifest ingress) {
    each(ingress.at("/spec/rules"))
        .flatMap(rule -> each(rule.at("/http/paths")))
        .map(path -> path.at("/backend/service"))
        .forEach(
            backend -> {
              JsonNode port = backend.path("port");
              backend(
                  ingress,
                  backend.path("name").asText(),
                  p ->
                      p.path("name").asText().equals(port.path("name").asText("-"))
                          || p.path("port").asInt() == port.path("number").asInt(-1));
            });
    each(ingress.at("/spec/tls"))
        .forEach(tls -> secret(ingress, tls.path("secretName").asText(), "tls.crt"));
  }

  private void route(Manifest route) {
    each(route.at("/spec/rules"))
        .flatMap(rule -> each(rule.path("backendRefs")))
        .forEach(
            to ->
                backend(
                    route,
                    to.path("name").asText(),
                    p -> p.path("port").asInt() == to.path("port").asInt()));
    each(route.at("/spec/parentRefs"))
        .forEach(
            parent ->
                require(
                    find("Gateway", parent.path("name").asText()).stream()
                        .flatMap(gateway -> each(gateway.at("/spec/listeners")))
                        .anyMatch(l -> l.path("name").equals(parent.path("sectionName"))),
                    route,
                    "hangs on no listener"));
  }

  private void backend(Manifest from, String service, Predicate<JsonNode> port) {
    require(
        find("Service", service).stream()
            .flatMap(found -> each(found.at("/spec/ports")))
            .anyMatch(port),
        from,
        "no such port of a Service " + service);
  }

  private void monitor(Manifest monitor) {
    chooses(monitor, monitor.at("/spec/selector"));
    each(monitor.at("/spec/podMetricsEndpoints"))
        .forEach(
            endpoint ->
                require(
                    pods(pod -> selects(monitor.at("/spec/selector"), pod.podLabels()))
                        .allMatch(
                            pod ->
                                pod.containers()
                                    .anyMatch(c -> hasPort(c, endpoint.path("port").asText()))),
                    monitor,
                    "reads a port that is not there"));
  }

  private void chooses(Manifest manifest, JsonNode selector) {
    require(
        pods(pod -> selects(selector, pod.podLabels())).findAny().isPresent(),
        manifest,
        "chooses no pods");
  }

  /** Of Secrets, those count that the script makes for any overlay: all are alike. */
  void secret(Manifest from, String name, @org.jspecify.annotations.Nullable String key) {
    for (String overlay : Variant.OVERLAYS) {
      Secrets made = Secrets.of(overlay);
      require(
          key == null ? made.has(name) : made.has(name, key),
          from,
          "`secrets " + overlay + "` makes no " + name + "/" + key);
    }
  }

  void config(Manifest from, String name, @org.jspecify.annotations.Nullable String key) {
    Optional<Manifest> config = find("ConfigMap", name);
    require(
        config.filter(c -> key == null || c.at("/data").has(key)).isPresent(),
        from,
        "no ConfigMap " + name + "/" + key);
  }

  Optional<Manifest> find(String kind, String name) {
    return manifests.stream()
        .filter(manifest -> manifest.kind().equals(kind) && manifest.name().equals(name))
        .findFirst();
  }

  void require(boolean holds, Manifest manifest, String complaint) {
    if (!holds) {
      broken.add(manifest + ": " + complaint);
    }
  }

  private Stream<Manifest> pods(Predicate<Manifest> matching) {
    return manifests.stream().filter(m -> !m.pod().isMissingNode()).filter(matching);
  }

  private static boolean hasPort(JsonNode container, String nameOrNumber) {
    return each(container.path("ports"))
        .anyMatch(
            port ->
                port.path("name").asText().equals(nameOrNumber)
                    || port.path("containerPort").asText().equals(nameOrNumber));
  }
}
