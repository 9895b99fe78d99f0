package voxpop.kubernetes;

import static voxpop.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an API server refuses although its schema allows it: names, labels, ports, words of which
 * only some are known, limits below requests (k8s.io/kubernetes/pkg/apis/core/validation).
 */
final class ServerRules {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern DNS_LABEL = Pattern.compile("(?=.{1,63}$)" + LABEL);
  private static final Pattern SERVICE = Pattern.compile("(?=.{1,63}$)[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");
  private static final Pattern PORT = Pattern.compile("(?=.{1,15}$)(?!.*--)(?=.*[a-z])" + LABEL);
  private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final Pattern KEY = Pattern.compile("(" + LABEL + "(\\." + LABEL + ")*/)?" + WORD);
  private static final Pattern VALUE = Pattern.compile("(" + WORD + ")?");
  private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
  private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

  /** An object may have this many bytes in etcd. */
  private static final int LARGEST = 1 << 20;

  /** By the name of the field, wherever it is. */
  private static final Map<String, Set<String>> WORDS =
      Map.ofEntries(
          Map.entry("imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
          Map.entry("restartPolicy", Set.of("Always", "OnFailure", "Never")),
          Map.entry("protocol", Set.of("TCP", "UDP", "SCTP", "HTTP", "HTTPS")),
          Map.entry("pathType", Set.of("Exact", "Prefix", "ImplementationSpecific")),
          Map.entry("whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway")),
          Map.entry("fsGroupChangePolicy", Set.of("OnRootMismatch", "Always")),
          Map.entry("terminationMessagePolicy", Set.of("File", "FallbackToLogsOnError")),
          Map.entry("unhealthyPodEvictionPolicy", Set.of("IfHealthyBudget", "AlwaysAllow")),
          Map.entry("internalTrafficPolicy", Set.of("Cluster", "Local")),
          Map.entry("podManagementPolicy", Set.of("OrderedReady", "Parallel")),
          Map.entry("operator", Set.of("In", "NotIn", "Exists", "DoesNotExist")),
          Map.entry(
              "fieldPath",
              Set.of("metadata.name", "spec.nodeName", "status.podIP", "status.hostIP")));

  private static final Map<String, Set<String>> WORDS_OF_LISTS =
      Map.of(
          "policyTypes", Set.of("Ingress", "Egress"),
          "accessModes", Set.of("ReadWriteOnce", "ReadWriteMany", "ReadWriteOncePod"));

  private final Manifest manifest;
  private final List<String> refused = new ArrayList<>();

  private ServerRules(Manifest manifest) {
    this.manifest = manifest;
  }

  static List<String> refused(Manifest manifest) {
    ServerRules rules = new ServerRules(manifest);
    rules.check();
    return rules.refused;
  }

  private void check() {
    matches(
        manifest.kind().equals("Service") ? SERVICE : SUBDOMAIN, manifest.name(), "metadata.name");
    walk(manifest.json());
    manifest
        .at("/data")
        .fieldNames()
        .forEachRemaining(key -> matches(CONFIG_KEY, key, "a key of data"));
    require(manifest.json().toString().length() < LARGEST, "is too large");
    each(manifest.at("/spec/ports"))
        .forEach(port -> matches(DNS_LABEL, port.path("name").asText(), "a Service's port"));
    unique(each(manifest.at("/spec/ports")).map(p -> p.path("name").asText()).toList());
    if (!manifest.pod().isMissingNode()) {
      pod();
    }
  }

  private void pod() {
    Set<String> restarts =
        manifest.kind().equals("Job") ? Set.of("OnFailure", "Never") : Set.of("Always");
    require(
        restarts.contains(manifest.pod().path("restartPolicy").asText("Always")),
        "its pods can't be restarted so");
    unique(each(manifest.pod().path("volumes")).map(v -> v.path("name").asText()).toList());
    each(manifest.pod().path("volumes"))
        .forEach(volume -> matches(DNS_LABEL, volume.path("name").asText(), "a volume"));
    unique(manifest.containers().map(c -> c.path("name").asText()).toList());
    manifest.containers().forEach(this::container);
  }

  private void container(JsonNode container) {
    matches(DNS_LABEL, container.path("name").asText(), "a container");
    each(container.path("ports"))
        .forEach(port -> matches(PORT, port.path("name").asText(), "a container's port"));
    unique(each(container.path("ports")).map(p -> p.path("name").asText()).toList());
    unique(each(container.path("volumeMounts")).map(m -> m.path("mountPath").asText()).toList());
    each(container.path("env"))
        .forEach(env -> matches(VARIABLE, env.path("name").asText(), "a variable"));
    JsonNode resources = container.path("resources");
    resources
        .path("requests")
        .properties()
        .forEach(
            request ->
                require(
                    amount(resources.at("/limits/" + request.getKey()).asText())
                            .compareTo(amount(request.getValue().asText()))
                        >= 0,
                    "its limit of " + request.getKey() + " is below what it asks for"));
    int grace = manifest.pod().path("terminationGracePeriodSeconds").asInt(30);
    require(
        container.at("/lifecycle/preStop/sleep/seconds").asInt() <= grace,
        "sleeps longer than it has");
    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      JsonNode asked = container.path(probe);
      require(asked.isMissingNode() || oneWay(asked), probe + " asks in none or several ways");
      // since 1.34 Pod Security lets no probe name a host
      require(asked.at("/httpGet/host").isMissingNode(), probe + " names a host");
    }
  }

  private static boolean oneWay(JsonNode probe) {
    return List.of("httpGet", "tcpSocket", "exec", "grpc").stream().filter(probe::has).count() == 1;
  }

  private void walk(JsonNode node) {
    if (node.isArray()) {
      node.forEach(this::walk);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (value.isTextual() && WORDS.containsKey(name)) {
        require(WORDS.get(name).contains(value.asText()), name + " is " + value);
      }
      if (WORDS_OF_LISTS.containsKey(name)) {
        value.forEach(
            word -> require(WORDS_OF_LISTS.get(name).contains(word.asText()), name + " " + word));
      }
      if (name.equals("labels") || name.equals("matchLabels") || name.equals("podLabels")) {
        labels(value);
      }
      if (name.equals("cidr")) {
        require(isBlock(value.asText()), value + " is no block of addresses");
      }
      walk(value);
    }
  }

  private void labels(JsonNode labels) {
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      matches(KEY, label.getKey(), "a label");
      require(label.getValue().isTextual(), "the label " + label.getKey() + " is no text");
      matches(VALUE, label.getValue().asText(), "the label " + label.getKey());
    }
  }

  /** With no bit set behind the prefix. */
  private static boolean isBlock(String cidr) {
    String[] parts = cidr.split("/", 2);
    try {
      byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
      int behind = address.length * Byte.SIZE - Integer.parseInt(parts[1]);
      BigInteger number = new BigInteger(1, address);
      return behind >= 0 && number.equals(number.shiftRight(behind).shiftLeft(behind));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Kubernetes' quantities, as far as they are used here. */
  private static BigDecimal amount(String quantity) {
    if (quantity.endsWith("Mi")) {
      return new BigDecimal(quantity.replace("Mi", ""));
    }
    return quantity.endsWith("m")
        ? new BigDecimal(quantity.replace("m", "")).movePointLeft(3)
        : new BigDecimal(quantity.isEmpty() ? "0" : quantity);
  }

  private void unique(List<String> names) {
    require(new HashSet<>(names).size() == names.size(), "has one of these twice: " + names);
  }

  private void matches(Pattern pattern, String text, String what) {
    require(pattern.matcher(text).matches(), what + " can't be called '" + text + "'");
  }

  private void require(boolean holds, String complaint) {
    if (!holds) {
      refused.add(manifest + ": " + complaint);
    }
  }
}
