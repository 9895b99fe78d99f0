package voxpop.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import voxpop.local.Program;
import voxpop.local.Trial;

/** All four images, opened by hand, and started together as a cluster's nodes would start them. */
class ImagesTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final int LAYERS_OF_OURS = 4;

  private static Path folder;
  private static final Map<Program, Unpacked> IMAGES = new EnumMap<>(Program.class);

  /** By the digest of a layer; the large ones are the same in all four and unpacked once. */
  private static final Map<String, String> CONTENTS = new HashMap<>();

  private static final List<Process> RUNNING = new ArrayList<>();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @BeforeAll
  static void unpack() throws Exception {
    folder = Files.createTempDirectory("voxpop-images");
    // the ordinary user reads it
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Program program : Program.values()) {
      Path tar = TARGET.resolve(program.id() + ".tar");
      IMAGES.put(program, Unpacked.of(tar, folder.resolve(program.id() + ".oci")));
    }
  }

  @AfterAll
  static void remove() throws Exception {
    end();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void end() throws Exception {
    RUNNING.forEach(Process::destroy);
    for (Process process : RUNNING) {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_part_is_what_its_digest_says(Program program) throws Exception {
    Unpacked image = IMAGES.get(program);
    assertThat(Files.readString(image.folder().resolve("oci-layout")))
        .contains("\"imageLayoutVersion\":\"1.0.0\"");
    List<JsonNode> parts = new ArrayList<>(List.of(image.index().at("/manifests/0")));
    parts.add(image.manifest().path("config"));
    image.manifest().path("layers").forEach(parts::add);
    for (JsonNode part : parts) {
      Path blob = image.blob(part);
      assertThat(Files.size(blob)).isEqualTo(part.path("size").asLong());
      assertThat(Unpacked.sha256(Files.newInputStream(blob)))
          .isEqualTo(part.path("digest").asText());
    }
    List<String> contents = new ArrayList<>();
    for (JsonNode layer : image.manifest().path("layers")) {
      contents.add(content(layer.path("digest").asText(), image.blob(layer)));
    }
    List<String> said = new ArrayList<>();
    image.config().at("/rootfs/diff_ids").forEach(id -> said.add(id.asText()));
    assertThat(said).isEqualTo(contents);
  }

  /** The digest of what is packed in a layer that is what its own digest says. */
  private static String content(String digest, Path blob) throws Exception {
    String known = CONTENTS.get(digest);
    if (known == null) {
      known = Unpacked.sha256(new GZIPInputStream(Files.newInputStream(blob)));
      CONTENTS.put(digest, known);
    }
    return known;
  }

  @ParameterizedTest
  @EnumSource
  void it_is_what_the_manifests_run(Program program) throws Exception {
    Unpacked image = IMAGES.get(program);
    Probes manifest = Probes.of(program.id());
    JsonNode config = image.config().path("config");
    assertThat(image.index().at("/manifests/0/annotations/io.containerd.image.name").asText())
        .isEqualTo(manifest.image());
    assertThat(config.path("User").asText())
        .isEqualTo(manifest.user() + ":" + manifest.user())
        .isNotEqualTo("0:0");
    JsonNode labels = config.path("Labels");
    assertThat(labels.path("org.opencontainers.image.title").asText()).contains(program.id());
    assertThat(labels.path("org.opencontainers.image.version").asText()).startsWith("1.0.0");
    assertThat(labels.path("org.opencontainers.image.revision").asText())
        .matches("[0-9a-f]{40}|unknown");
    assertThat(labels.path("org.opencontainers.image.created").asText())
        .isEqualTo(image.config().path("created").asText());
    assertThat(labels.path("org.opencontainers.image.base.name").asText()).isNotEmpty();
  }

  @Test
  void base_and_run_time_are_the_same_layers_in_all_four() {
    List<List<String>> below =
        IMAGES.values().stream()
            .map(
                image -> {
                  List<String> layers = new ArrayList<>();
                  image
                      .manifest()
                      .path("layers")
                      .forEach(l -> layers.add(l.path("digest").asText()));
                  assertThat(layers).hasSizeGreaterThan(LAYERS_OF_OURS);
                  return layers.subList(0, layers.size() - LAYERS_OF_OURS + 1);
                })
            .toList();
    assertThat(below).allMatch(below.getFirst()::equals);
  }

  @Test
  void written_again_it_is_the_same_to_the_byte() throws Exception {
    Path checkout = TARGET.resolve("../../..").normalize();
    Path again = folder.resolve("again.tar");
    Tree tree = Tree.of(Program.GATEWAY, checkout, TARGET.resolve("trees"), TARGET.resolve("java"));
    new ProgramImage(tree, Release.of(checkout))
        .write(
            System.getProperty("voxpop.base"),
            System.getProperty("voxpop.prefix") + Program.GATEWAY.id(),
            System.getProperty("voxpop.tag"),
            again);
    assertThat(Files.mismatch(again, TARGET.resolve("gateway.tar"))).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  void the_list_of_what_is_inside_lies_beside_it(Program program) throws Exception {
    JsonNode list =
        new ObjectMapper().readTree(TARGET.resolve(program.id() + ".cdx.json").toFile());
    assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
    List<String> names = new ArrayList<>();
    list.path("components")
        .forEach(
            c -> names.add(c.path("name").asText() + "-" + c.path("version").asText() + ".jar"));
    Path libraries = TARGET.resolve("trees").resolve(program.id()).resolve("lib");
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path jar : files.toList()) {
        String name = jar.getFileName().toString();
        // some carry their classifier behind the version
        assertThat(names).as(name).anyMatch(known -> name.startsWith(known.replace(".jar", "")));
      }
    }
    assertThat(names).anyMatch(name -> name.startsWith("OpenJDK"));
  }

  @Test
  void all_four_start_from_their_caches_for_an_ordinary_user_who_can_write_nothing()
      throws Exception {
    requireBubblewrap();
    Path data = folder.resolve("data");
    try (Trial trial = new Trial(data)) {
      for (Program program : Program.values()) {
        start(program, trial, data);
      }
      for (Program program : Program.values()) {
        for (Map.Entry<String, String> probe : Probes.of(program.id()).paths().entrySet()) {
          String address = "http://127.0.0.1:" + trial.managementPort(program) + probe.getValue();
          await()
              .atMost(READY_WITHIN)
              .pollInterval(Duration.ofMillis(100))
              .failFast(program + " has ended", ImagesTest::sayIfDead)
              .untilAsserted(
                  () -> assertThat(status(address)).as(program + " " + probe).isEqualTo(200));
        }
        JsonNode version =
            new ObjectMapper()
                .readTree(text("http://127.0.0.1:" + trial.managementPort(program) + "/version"));
        JsonNode labels = IMAGES.get(program).config().at("/config/Labels");
        assertThat(version.path("program").asText()).isEqualTo(program.id());
        assertThat(version.path("version").asText())
            .isEqualTo(labels.path("org.opencontainers.image.version").asText());
        assertThat(version.path("commit").asText())
            .isEqualTo(labels.path("org.opencontainers.image.revision").asText());
        assertThat(version.path("java").asText())
            .isEqualTo(labels.path("org.openjdk.version").asText());
      }
      await()
          .atMost(READY_WITHIN)
          .untilAsserted(() -> assertThat(status(trial.door() + "/de/")).isEqualTo(200));
      end();
    }
  }

  /**
   * As the kubelet does: the image's user, entry point and environment, the pod's own variables.
   */
  private static void start(Program program, Trial trial, Path data) throws Exception {
    Unpacked image = IMAGES.get(program);
    Path root = image.root(folder.resolve(program.id() + ".root"));
    for (String place : List.of("proc", "dev", "tmp", "data")) {
      Files.createDirectories(root.resolve(place));
    }
    JsonNode config = image.config().path("config");
    String[] user = config.path("User").asText().split(":");
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=" + user[0], "--regid=" + user[1]));
      command.addAll(List.of("--clear-groups", "--no-new-privs", "--"));
    }
    command.addAll(List.of("bwrap", "--die-with-parent", "--unshare-user", "--unshare-pid"));
    command.addAll(List.of("--uid", user[0], "--gid", user[1], "--cap-drop", "ALL"));
    command.addAll(List.of("--ro-bind", root.toString(), "/", "--proc", "/proc", "--dev", "/dev"));
    command.addAll(List.of("--tmpfs", "/tmp", "--tmpfs", "/data", "--clearenv"));
    command.addAll(List.of("--chdir", config.path("WorkingDir").asText()));
    Map<String, String> environment = trial.environment(program);
    for (JsonNode variable : config.path("Env")) {
      String[] parts = variable.asText().split("=", 2);
      environment.putIfAbsent(parts[0], parts[1]);
    }
    environment.put("VOXPOP_MEDIA_FOLDER", "/data/media");
    environment.put("VOXPOP_SEARCH_FOLDER", "/data/search");
    // without it a cache that isn't right would only be told in the log
    environment.put("JDK_JAVA_OPTIONS", "-XX:AOTMode=on -Xmx256m");
    environment.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    config.path("Entrypoint").forEach(word -> command.add(word.asText()));
    RUNNING.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log(program).toFile())
            .start());
  }

  private static void requireBubblewrap() {
    try {
      new ProcessBuilder("bwrap", "--version").start().waitFor();
    } catch (IOException | InterruptedException e) {
      String reason =
          "no bwrap here, which starts a program in a root of its own: install bubblewrap";
      if (Boolean.getBoolean("voxpop.real-parts.required")) {
        Assertions.fail(reason);
      }
      Assumptions.abort(reason);
    }
  }

  private static Path log(Program program) {
    return TARGET.resolve(program.id() + ".log");
  }

  private static void sayIfDead() throws IOException {
    for (Program program : Program.values()) {
      if (!RUNNING.get(program.ordinal()).isAlive()) {
        throw new AssertionError(Files.readString(log(program)));
      }
    }
  }

  private static int status(String address) throws InterruptedException {
    try {
      return HTTP.send(request(address), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException nobodyYet) {
      return 0;
    }
  }

  private static String text(String address) throws Exception {
    return HTTP.send(request(address), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static HttpRequest request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
  }
}
