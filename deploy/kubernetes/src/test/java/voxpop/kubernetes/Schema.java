package voxpop.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.util.ModelMapper;
import io.kubernetes.client.util.Yaml;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Refuses what a strict API server would: unknown and missing fields, wrong types, quantities. */
final class Schema {
  /** Kinds from elsewhere, each against the types that its own schema was made into. */
  private static final Map<String, Class<?>> FROM_ELSEWHERE =
      Map.of(
          "gateway.networking.k8s.io/v1 Gateway", Gateway.class,
          "gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class,
          "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class,
          "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

  /** No types of its schema are to be had as a library; only the rules of this module see it. */
  private static final Set<String> UNCHECKED = Set.of("mysql.oracle.com/v2 InnoDBCluster");

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated method) {
                  return false;
                }
              });

  /** Most objects are the same in most variants, and looking at one takes a while. */
  private static final Set<String> GOOD = ConcurrentHashMap.newKeySet();

  /** SnakeYAML tells of each load which extension fields the client's classes don't have. */
  private static final Logger YAML_LOG = Logger.getLogger("org.yaml.snakeyaml");

  static {
    YAML_LOG.setLevel(Level.SEVERE);
  }

  private Schema() {}

  static void check(Manifest manifest) throws Exception {
    if (GOOD.contains(manifest.json().toString())) {
      return;
    }
    checkAnew(manifest);
    GOOD.add(manifest.json().toString());
  }

  private static void checkAnew(Manifest manifest) throws Exception {
    String version = manifest.json().path("apiVersion").asText();
    String kind = version + " " + manifest.kind();
    if (UNCHECKED.contains(kind)) {
      return;
    }
    String text = manifest.json().toString();
    Class<?> elsewhere = FROM_ELSEWHERE.get(kind);
    if (elsewhere != null) {
      STRICT.readValue(text, elsewhere);
      return;
    }
    Class<?> type = ModelMapper.getApiTypeClass(version, manifest.kind());
    if (type == null) {
      throw new AssertionError("a kind that nobody checks: " + kind);
    }
    Yaml.load(text);
    try {
      type.getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(text));
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw new AssertionError(manifest + ": " + e.getCause().getMessage(), e.getCause());
    }
  }
}
