package voxpop.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One object for the cluster, as it was written. */
record Manifest(JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Manifest> all(String yaml) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<Manifest> found = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(strict)).loadAll(yaml)) {
      if (document != null) {
        found.add(new Manifest(JSON.valueToTree(document)));
      }
    }
    return found;
  }

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return at("/metadata/name").asText();
  }

  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** The specification of the pods that it makes; a missing node for what makes none. */
  JsonNode pod() {
    return at("/spec/template/spec");
  }

  Map<String, String> podLabels() {
    return strings(at("/spec/template/metadata/labels"));
  }

  Stream<JsonNode> containers() {
    return Stream.concat(each(pod().path("initContainers")), each(pod().path("containers")));
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Map<String, String> strings(JsonNode object) {
    Map<String, String> map = new HashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  /**
   * Whether a Kubernetes label selector chooses these labels; one that is absent chooses nothing.
   */
  static boolean selects(JsonNode selector, Map<String, String> labels) {
    if (selector.isMissingNode()) {
      return false;
    }
    boolean all =
        strings(selector.path("matchLabels")).entrySet().stream()
            .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    return all && each(selector.path("matchExpressions")).allMatch(e -> holds(e, labels));
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    String value = labels.get(expression.path("key").asText());
    return switch (expression.path("operator").asText()) {
      case "In" -> each(expression.path("values")).anyMatch(v -> v.asText().equals(value));
      case "Exists" -> value != null;
      default -> throw new AssertionError("not used here: " + expression);
    };
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
