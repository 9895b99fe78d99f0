package voxpop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.kubernetes.Manifest.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator is promised of the two overlays. */
class OverlaysTest {
  static final Map<String, Integer> PROGRAMS =
      Map.of(
          "gateway",
          8090,
          "article-service",
          8091,
          "comment-service",
          8092,
          "translation-service",
          8093);

  static List<Variant> overlays() {
    return Variant.overlays();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void both_use_consul_and_network_policies(Variant overlay) {
    assertThat(overlay.components()).contains("consul", "network-policies", "images");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void no_more_than_one_pod_of_a_program_is_taken_away_at_once(Variant overlay) {
    assertThat(of(overlay, "PodDisruptionBudget"))
        .filteredOn(budget -> PROGRAMS.containsKey(budget.name()))
        .hasSize(4)
        .allMatch(budget -> budget.at("/spec/maxUnavailable").asInt() == 1)
        .allMatch(
            budget -> budget.at("/spec/unhealthyPodEvictionPolicy").asText().equals("AlwaysAllow"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everything_is_in_one_restricted_namespace(Variant overlay) {
    Manifest namespace = of(overlay, "Namespace").getFirst();
    assertThat(Manifest.strings(namespace.at("/metadata/labels")))
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    assertThat(overlay.manifests())
        .filteredOn(manifest -> manifest != namespace && !manifest.kind().equals("Namespace"))
        .allMatch(manifest -> manifest.at("/metadata/namespace").asText().equals(namespace.name()));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void every_program_is_probed_on_its_management_port_and_drains(Variant overlay) {
    for (Manifest program : programs(overlay)) {
      JsonNode container = program.containers().findFirst().orElseThrow();
      for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
        assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("management");
        assertThat(container.path(probe).at("/httpGet/path").asText()).startsWith("/health/");
      }
      assertThat(each(container.path("ports")).map(p -> p.path("containerPort").asInt()))
          .contains(PROGRAMS.get(program.name()));
      int drain = container.at("/lifecycle/preStop/sleep/seconds").asInt();
      assertThat(drain).isPositive();
      assertThat(program.pod().path("terminationGracePeriodSeconds").asInt())
          .isGreaterThan(drain + 20);
    }
  }

  @Test
  void production_has_three_gateways_and_two_of_each_service() {
    assertThat(replicas("production"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gateway",
                3,
                "article-service",
                2,
                "comment-service",
                2,
                "translation-service",
                2));
  }

  @Test
  void the_demo_fits_on_one_node_of_4_GB() {
    assertThat(replicas("demo").values()).containsOnly(1);
    BigDecimal mebibytes =
        overlay("demo").manifests().stream()
            .flatMap(Manifest::containers)
            .map(container -> container.at("/resources/requests/memory").asText())
            .map(text -> new BigDecimal(text.replace("Mi", "")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(mebibytes).isBetween(new BigDecimal(1000), new BigDecimal(2600));
  }

  @Test
  void databases_are_spoken_with_alike_wherever_they_are() {
    List<String> addresses =
        overlays().stream()
            .flatMap(overlay -> of(overlay, "ConfigMap").stream())
            .filter(config -> config.name().startsWith("databases"))
            .flatMap(config -> Manifest.strings(config.at("/data")).values().stream())
            .toList();
    assertThat(addresses).hasSize(6);
    assertThat(addresses.stream().map(a -> a.replaceAll(".*sslMode=[A-Z_]+", "")).distinct())
        .hasSize(1);
    // nothing goes unencrypted to whoever answers
    assertThat(addresses).allMatch(a -> a.matches(".*sslMode=(REQUIRED|VERIFY_IDENTITY)&.*"));
  }

  @Test
  void one_image_has_one_version_everywhere() {
    Map<String, Set<String>> versions =
        Variant.all().stream()
            .flatMap(variant -> images(variant.manifests()))
            .collect(
                Collectors.groupingBy(
                    image -> image.substring(0, image.lastIndexOf(':')),
                    TreeMap::new,
                    Collectors.mapping(Function.identity(), Collectors.toSet())));
    assertThat(versions.values()).allMatch(found -> found.size() == 1);
  }

  @Test
  void the_images_of_others_are_named_where_copying_them_is_told() {
    String told = Variant.read(Kustomize.HOME.resolve("../images/README.md"));
    assertThat(
            overlays().stream()
                .flatMap(overlay -> overlay.manifests().stream())
                .flatMap(Manifest::containers)
                .map(container -> container.path("image").asText().replace("docker.io/", ""))
                .filter(image -> !image.startsWith("voxpop/")))
        .isNotEmpty()
        .allMatch(told::contains);
  }

  @Test
  void another_registry_is_named_in_one_place(@TempDir Path copy) throws IOException {
    copy(Kustomize.HOME, copy);
    Path place = copy.resolve("components/images/registry.yaml");
    Files.writeString(
        place,
        Files.readString(place)
            .replace("registry: docker.io", "registry: registry.test:5000/team"));
    for (String overlay : Variant.OVERLAYS) {
      List<Manifest> built =
          Manifest.all(Kustomize.build(copy.resolve("overlays").resolve(overlay)));
      assertThat(images(built))
          .isNotEmpty()
          .allMatch(i -> i.startsWith("registry.test:5000/team/"));
    }
  }

  @Test
  void pictures_are_on_a_volume_or_in_a_bucket_and_never_in_both() {
    for (Variant variant : Variant.all()) {
      boolean bucket = variant.components().contains("object-storage");
      Manifest articles =
          of(variant, "Deployment").stream()
              .filter(d -> d.name().equals("article-service"))
              .findFirst()
              .orElseThrow();
      List<String> told =
          articles
              .containers()
              .flatMap(c -> each(c.path("env")))
              .map(e -> e.path("name").asText())
              .toList();
      assertThat(told.contains("VOXPOP_MEDIA_BUCKET")).isEqualTo(bucket);
      assertThat(told.contains("VOXPOP_MEDIA_FOLDER")).isEqualTo(!bucket);
      assertThat(of(variant, "PersistentVolumeClaim")).hasSize(bucket ? 0 : 1);
    }
  }

  @Test
  void a_program_that_does_not_start_says_why_in_the_pod_s_state() {
    for (Variant overlay : overlays()) {
      assertThat(programs(overlay).stream().flatMap(Manifest::containers))
          .allMatch(
              c -> c.path("terminationMessagePolicy").asText().equals("FallbackToLogsOnError"));
    }
  }

  @Test
  void the_door_s_host_is_the_site_s_address() {
    List<Manifest> built = overlay("production").manifests();
    String address =
        built.stream()
            .map(m -> m.at("/data/VOXPOP_SITE_ADDRESS").asText())
            .filter(a -> !a.isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(of(overlay("production"), "Ingress").getFirst().at("/spec/rules/0/host").asText())
        .isEqualTo(java.net.URI.create(address).getHost());
  }

  private static Stream<String> images(List<Manifest> manifests) {
    return Stream.concat(
        manifests.stream().flatMap(Manifest::containers).map(c -> c.path("image").asText()),
        manifests.stream()
            .map(m -> m.at("/spec/imageRepository").asText())
            .filter(repository -> !repository.isEmpty())
            .map(repository -> repository + "/mysql-operator:any"));
  }

  private static Map<String, Integer> replicas(String overlay) {
    return programs(overlay(overlay)).stream()
        .collect(Collectors.toMap(Manifest::name, p -> p.at("/spec/replicas").asInt()));
  }

  private static List<Manifest> programs(Variant overlay) {
    List<Manifest> found = of(overlay, "Deployment");
    assertThat(found)
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(PROGRAMS.keySet());
    return found;
  }

  private static List<Manifest> of(Variant variant, String kind) {
    return variant.manifests().stream().filter(m -> m.kind().equals(kind)).toList();
  }

  private static Variant overlay(String name) {
    return overlays().stream()
        .filter(o -> o.name().equals("overlay " + name))
        .findFirst()
        .orElseThrow();
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String folder : List.of("base", "components", "overlays")) {
      try (var files = Files.walk(from.resolve(folder))) {
        for (Path file : files.toList()) {
          Path target = to.resolve(from.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
  }
}
