package voxpop.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the script {@code secrets} makes for an overlay: key → value, by Secret. */
record Secrets(Map<String, Map<String, String>> byName) {
  private static final Map<String, Secrets> MADE = new TreeMap<>();

  static synchronized Secrets of(String overlay) {
    return MADE.computeIfAbsent(overlay, Secrets::make);
  }

  private static Secrets make(String overlay) {
    String script = Kustomize.HOME.resolve("secrets").toString();
    Map<String, Map<String, String>> made = new TreeMap<>();
    for (Manifest secret : Manifest.all(Kustomize.run(List.of(script, "--print", overlay)))) {
      Map<String, String> values = new TreeMap<>();
      Manifest.strings(secret.at("/data"))
          .forEach(
              (key, value) ->
                  values.put(
                      key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
      made.put(secret.name(), values);
    }
    return new Secrets(made);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  boolean has(String name, String key) {
    return has(name) && byName.get(name).containsKey(key);
  }
}
