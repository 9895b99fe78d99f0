package voxpop.kit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import voxpop.local.Ports;

/**
 * A server and an agent of a node as the component for Kubernetes configures them, with the Secrets
 * that the script makes: they know each other by the gossip key, and tokens do what they are for.
 */
class ConsulAgentsTest {
  private static final Path HOME = Path.of("../deploy/kubernetes");
  private static final Path COMPONENT = HOME.resolve("components/consul");
  private static final Duration READY_WITHIN = Duration.ofSeconds(40);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static final Map<String, Map<String, String>> SECRETS = new HashMap<>();
  private static final List<Process> RUNNING = new ArrayList<>();
  private static final int SERVER = Ports.free();
  private static final int AGENT = Ports.free();
  private static final int GOSSIP = Ports.free();
  private static String version = "";

  @BeforeAll
  static void start() throws Exception {
    consul();
    secrets();
    Path server = folder.resolve("server");
    copy("common.json", server);
    copy("server.json", server);
    write(secret("consul", "gossip.json"), server.resolve("gossip.json"));
    write(secret("consul-management", "server.json"), server.resolve("management.json"));
    write(secret("consul-agent", "agent.json"), server.resolve("token.json"));
    run("server", SERVER, GOSSIP, "-server", "-bootstrap-expect=1");
    // before the agent starts: one whose token isn't known yet looks again only after half a minute
    allow();
    configure("agent", secret("consul", "gossip.json"));
    run("agent", AGENT, Ports.free());
  }

  @AfterAll
  static void stop() {
    for (Process process : RUNNING.reversed()) {
      process.destroy();
      process.onExit().join();
    }
  }

  @Test
  void a_program_s_token_registers_it_with_the_agent_of_its_node_and_under_no_other_name() {
    String place = "{\"Name\": \"article-service\", \"Address\": \"10.1.2.3\", \"Port\": 8081}";
    String register = "/v1/agent/service/register";
    String other = secret("consul-comment-service", "token");
    assertThat(ask(AGENT, other, "PUT", register, place)).isEqualTo(403);
    assertThat(ask(AGENT, "", "PUT", register, place)).isEqualTo(403);
    String own = secret("consul-article-service", "token");
    await()
        .atMost(READY_WITHIN)
        .until(() -> ask(AGENT, own, "PUT", register, place), status -> status == 200);
    await()
        .atMost(READY_WITHIN)
        .until(() -> body(SERVER, own, "/v1/catalog/service/article-service").contains("10.1.2.3"));
  }

  @Test
  void an_agent_with_another_gossip_key_stays_outside() throws Exception {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    configure("stranger", "{\"encrypt\": \"%s\"}".formatted(key));
    // who is refused that often gives up
    Process stranger =
        run("stranger", Ports.free(), Ports.free(), "-retry-max=1", "-retry-interval=1s");
    assertThat(stranger.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(stranger.exitValue()).isNotZero();
    await()
        .atMost(READY_WITHIN)
        .until(() -> body(SERVER, management(), "/v1/agent/members").contains("\"agent\""));
    assertThat(body(SERVER, management(), "/v1/agent/members")).doesNotContain("\"stranger\"");
  }

  private static void secrets() throws IOException, InterruptedException {
    Process script =
        new ProcessBuilder(HOME.resolve("secrets").toString(), "--print", "demo")
            .redirectErrorStream(true)
            .start();
    for (Object document : new Yaml().loadAll(script.getInputStream())) {
      if (document instanceof Map<?, ?> secret && secret.get("data") instanceof Map<?, ?> data) {
        Map<String, String> values = new HashMap<>();
        data.forEach(
            (key, value) ->
                values.put(
                    key.toString(),
                    new String(
                        Base64.getDecoder().decode(value.toString()), StandardCharsets.UTF_8)));
        SECRETS.put(((Map<?, ?>) secret.get("metadata")).get("name").toString(), values);
      }
    }
    assertThat(script.waitFor()).isZero();
  }

  private static String secret(String name, String key) {
    return SECRETS.get(name).get(key);
  }

  private static String management() {
    return secret("consul-management", "token");
  }

  private static void configure(String name, String gossip) throws IOException {
    Path to = folder.resolve(name);
    copy("common.json", to);
    copy("agent.json", to);
    write(gossip, to.resolve("gossip.json"));
    write(secret("consul-agent", "agent.json"), to.resolve("token.json"));
  }

  private static void copy(String file, Path to) throws IOException {
    write(Files.readString(COMPONENT.resolve(file)), to.resolve(file));
  }

  /**
   * With the server's place here, and without what Debian's Consul, of before 1.11, doesn't know or
   * calls by another name.
   */
  private static void write(String json, Path file) throws IOException {
    JsonNode config = JSON.readTree(json);
    if (config instanceof ObjectNode all && all.has("retry_join")) {
      all.putArray("retry_join").add("127.0.0.1:" + GOSSIP);
    }
    if (isOld() && config.path("ports") instanceof ObjectNode ports) {
      ports.remove("grpc_tls");
    }
    if (isOld() && config.at("/acl/tokens") instanceof ObjectNode tokens) {
      JsonNode first = tokens.remove("initial_management");
      if (first != null) {
        tokens.set("master", first);
      }
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, config.toString());
  }

  private static boolean isOld() throws IOException {
    if (version.isEmpty()) {
      Process asked = new ProcessBuilder(consul(), "version").start();
      version = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
    return version.matches("(?s).*v1\\.(\\d|10)\\..*");
  }

  private static Process run(String name, int http, int gossip, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of(consul(), "agent", "-node=" + name));
    command.addAll(List.of("-config-dir=" + folder.resolve(name), "-client=127.0.0.1"));
    command.addAll(List.of("-bind=127.0.0.1", "-data-dir=" + folder.resolve(name + ".data")));
    command.addAll(List.of("-http-port=" + http, "-serf-lan-port=" + gossip));
    command.add("-server-port=" + Ports.free());
    command.addAll(Arrays.asList(more));
    Process running =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    RUNNING.add(running);
    return running;
  }

  /** Runs the script that a job runs in the cluster. */
  private static void allow() throws IOException, InterruptedException {
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    for (String name : SECRETS.keySet()) {
      if (name.startsWith("consul-")) {
        Files.writeString(tokens.resolve(name.substring(7)), secret(name, "token"));
      }
    }
    var script = new ProcessBuilder("/bin/sh", COMPONENT.resolve("acl").toString());
    script.environment().put("TOKENS", tokens.toString());
    script.environment().put("CONSUL_HTTP_ADDR", "http://127.0.0.1:" + SERVER);
    Path log = folder.resolve("acl.log");
    Process running = script.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!running.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
      running.destroyForcibly();
    }
    assertThat(running.waitFor())
        .as(Files.readString(log) + Files.readString(folder.resolve("server.log")))
        .isZero();
  }

  private static int ask(int port, String token, String method, String path, String body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request(port, token, method, path, body), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(int port, String token, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request(port, token, "GET", path, ""), BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpRequest request(
      int port, String token, String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("X-Consul-Token", token)
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private static String consul() {
    for (String place : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(place, "consul"))) {
        return place + "/consul";
      }
    }
    if (Boolean.getBoolean("voxpop.real-parts.required")) {
      Assertions.fail("no consul on the path");
    }
    return Assumptions.abort("no consul on the path: install it to run this test");
  }
}
