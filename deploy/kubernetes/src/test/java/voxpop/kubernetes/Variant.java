package voxpop.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One thing an operator can build: an overlay, or the base with some of the components. */
record Variant(String name, Path folder, Set<String> components) {
  static final List<String> OVERLAYS = List.of("demo", "production");

  /** Each can be switched on by itself; of the two kinds of database only one. */
  private static final List<String> SWITCHES =
      List.of(
          "consul",
          "autoscaling",
          "network-policies",
          "ingress",
          "gateway-api",
          "monitoring",
          "object-storage");

  private static final List<String> DATABASES = List.of("", "mysql", "mysql-operator");

  private static final Map<String, List<Manifest>> BUILT = new ConcurrentHashMap<>();

  List<Manifest> manifests() {
    return BUILT.computeIfAbsent(name, any -> Manifest.all(Kustomize.build(folder)));
  }

  static List<Variant> all() {
    List<Variant> variants = new ArrayList<>(overlays());
    variants.addAll(combinations());
    try (var two = Executors.newFixedThreadPool(2)) {
      List<Future<List<Manifest>>> built =
          variants.stream().map(variant -> two.submit(variant::manifests)).toList();
      built.forEach(Variant::await);
    }
    return variants;
  }

  /** A failure comes again, and with its message, when the test asks for the manifests. */
  private static void await(Future<List<Manifest>> future) {
    try {
      future.get();
    } catch (java.util.concurrent.ExecutionException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static List<Variant> overlays() {
    return OVERLAYS.stream()
        .map(
            name -> {
              Path folder = Kustomize.HOME.resolve("overlays").resolve(name);
              return new Variant("overlay " + name, folder, components(folder));
            })
        .toList();
  }

  private static Set<String> components(Path folder) {
    Set<String> found = new LinkedHashSet<>();
    Manifest.all(read(folder.resolve("kustomization.yaml")))
        .getFirst()
        .at("/components")
        .forEach(path -> found.add(Path.of(path.asText()).getFileName().toString()));
    return found;
  }

  private static List<Variant> combinations() {
    List<Variant> all = new ArrayList<>();
    for (String database : DATABASES) {
      for (int bits = 0; bits < 1 << SWITCHES.size(); bits++) {
        Set<String> chosen = new LinkedHashSet<>();
        if (!database.isEmpty()) {
          chosen.add(database);
        }
        for (int i = 0; i < SWITCHES.size(); i++) {
          if ((bits & 1 << i) != 0) {
            chosen.add(SWITCHES.get(i));
          }
        }
        chosen.add("images");
        all.add(combination(chosen));
      }
    }
    return all;
  }

  private static Variant combination(Set<String> components) {
    String name = "base + " + String.join(" + ", components);
    Path folder =
        Kustomize.HOME.resolve("target/combinations").resolve(String.join(",", components));
    StringBuilder text = new StringBuilder("resources: [../../../base]\ncomponents:\n");
    components.forEach(c -> text.append("  - ../../../components/").append(c).append('\n'));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("kustomization.yaml"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Variant(name, folder, components);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
