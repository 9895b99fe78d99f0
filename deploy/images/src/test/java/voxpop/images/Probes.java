package voxpop.images;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** What the manifests ask a program's container, and what they say that it is. */
record Probes(String image, int user, Map<String, String> paths) {
  private static final List<String> KINDS =
      List.of("startupProbe", "livenessProbe", "readinessProbe");

  @SuppressWarnings("unchecked")
  static Probes of(String program) throws IOException {
    Path file = Path.of("../kubernetes/base/" + program + ".yaml");
    try (Reader reader = Files.newBufferedReader(file)) {
      for (Object document : new Yaml().loadAll(reader)) {
        Map<String, Object> manifest = (Map<String, Object>) document;
        if ("Deployment".equals(manifest.get("kind"))) {
          Map<String, Object> pod = (Map<String, Object>) at(manifest, "spec", "template", "spec");
          Map<String, Object> container =
              ((List<Map<String, Object>>) pod.get("containers")).getFirst();
          Map<String, String> paths = new LinkedHashMap<>();
          for (String kind : KINDS) {
            Map<String, Object> get = (Map<String, Object>) at(container, kind, "httpGet");
            if (!"management".equals(get.get("port"))) {
              throw new AssertionError(kind + " asks port " + get.get("port"));
            }
            paths.put(kind, (String) get.get("path"));
          }
          Object user = at(pod, "securityContext", "runAsUser");
          return new Probes((String) container.get("image"), (Integer) user, paths);
        }
      }
    }
    throw new AssertionError("no Deployment in " + file);
  }

  @SuppressWarnings("unchecked")
  private static Object at(Map<String, Object> map, String... keys) {
    Object value = map;
    for (String key : keys) {
      value = ((Map<String, Object>) value).get(key);
    }
    return value;
  }
}
