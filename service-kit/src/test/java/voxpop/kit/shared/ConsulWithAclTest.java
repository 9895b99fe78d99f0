package voxpop.kit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import voxpop.kit.test.Folders;
import voxpop.kit.test.ServiceTest;
import voxpop.local.Ports;

/**
 * A program beside an agent as Kubernetes runs it: nothing is allowed without a token, the agents
 * speak encrypted, and the tokens' rights are those that the component's own script gives.
 */
@MicronautTest(transactional = false)
class ConsulWithAclTest extends ServiceTest {
  private static final Path SCRIPT = Path.of("../deploy/kubernetes/components/consul/acl");
  private static final String GOSSIP = "bXktdGVzdC1nb3NzaXAta2V5LW9mLTMyLWJ5dGVzISE=";

  private static final List<String> TOKENS =
      List.of(
          "management",
          "agent",
          "gateway",
          "article-service",
          "comment-service",
          "translation-service");

  private final Map<String, String> tokens = new HashMap<>();
  private final int port = Ports.free();
  private Path folder;
  private Process agent;

  @Inject SharedSettings shared;

  /** Asked for again by what starts further programs. */
  @Override
  protected Map<String, String> settings() {
    if (folder == null) {
      try {
        folder = Folders.untilTheEnd("voxpop-consul");
        for (String name : TOKENS) {
          tokens.put(name, UUID.randomUUID().toString());
          Files.writeString(folder.resolve(name), tokens.get(name));
        }
        start();
        allow();
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return program("article-service", "article-service", "pod-1");
  }

  private Map<String, String> program(String name, String token, String id) {
    return Map.of(
        "consul.client.enabled", "true",
        "consul.client.host", "127.0.0.1",
        "consul.client.port", "" + port,
        "consul.client.asl-token", tokens.get(token),
        "consul.client.registration.ip-addr", "127.0.0.9",
        "micronaut.application.name", name,
        "micronaut.application.instance.id", id,
        "micronaut.heartbeat.interval", "1s",
        "micronaut.heartbeat.initial-delay", "1s");
  }

  @Test
  void a_program_registers_under_its_own_id_and_address_by_its_token() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ask("GET", "/v1/agent/services", "").contains("pod-1"));
    assertThat(ask("GET", "/v1/agent/services", "")).contains("\"127.0.0.9\"");
  }

  @Test
  void a_token_registers_under_no_other_name() {
    Map<String, Object> settings = new HashMap<>(getProperties());
    settings.putAll(program("article-service", "comment-service", "intruder"));
    try (EmbeddedServer other = ApplicationContext.run(EmbeddedServer.class, settings)) {
      assertThat(other.isRunning()).isTrue();
      settings.putAll(program("comment-service", "comment-service", "honest"));
      settings.put("endpoints.all.port", "" + Ports.free());
      try (EmbeddedServer honest = ApplicationContext.run(EmbeddedServer.class, settings)) {
        assertThat(honest.isRunning()).isTrue();
        // it starts after the other one and is there: the other one is not, and won't be
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> ask("GET", "/v1/agent/services", "").contains("honest"));
        assertThat(ask("GET", "/v1/agent/services", "")).doesNotContain("intruder");
      }
    }
    assertThat(ask("GET", "/v1/agent/services", "")).doesNotContain("honest");
  }

  @Test
  void a_number_counts_as_soon_as_it_is_written_and_nonsense_and_nothing_are_the_own_one() {
    assertThat(shared.positive("comments.per-network", 60)).isEqualTo(60);
    put("comments.per-network", "5");
    eventually("comments.per-network", 60, 5);
    put("comments.per-network", "many");
    eventually("comments.per-network", 60, 60);
    put("comments.per-network", "7");
    eventually("comments.per-network", 60, 7);
    ask("DELETE", "/v1/kv/voxpop/comments.per-network", "");
    eventually("comments.per-network", 60, 60);
  }

  @Test
  void a_logger_s_level_follows_and_goes_back() {
    var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("voxpop.test.shared");
    assertThat(logger.getLevel()).isNull();
    put("log-level/voxpop.test.shared", "debug");
    await().atMost(Duration.ofSeconds(60)).until(() -> logger.getLevel() == Level.DEBUG);
    ask("DELETE", "/v1/kv/voxpop/log-level/voxpop.test.shared", "");
    await().atMost(Duration.ofSeconds(60)).until(() -> logger.getLevel() == null);
  }

  @Test
  void what_was_read_last_counts_while_the_agent_is_away() throws Exception {
    put("recommendation.readers-a-day", "11");
    eventually("recommendation.readers-a-day", 200, 11);
    stop();
    assertThat(shared.positive("recommendation.readers-a-day", 200)).isEqualTo(11);
    start();
    allow();
    // its store was in memory: the new one has nothing
    eventually("recommendation.readers-a-day", 200, 200);
    put("recommendation.readers-a-day", "12");
    eventually("recommendation.readers-a-day", 200, 12);
    ask("DELETE", "/v1/kv/voxpop/recommendation.readers-a-day", "");
  }

  @Test
  void a_token_is_replaced_while_the_one_before_goes_on_working() throws Exception {
    String before = tokens.get("gateway");
    String after = UUID.randomUUID().toString();
    Files.writeString(folder.resolve("gateway"), after);
    allow();
    for (String token : List.of(before, after)) {
      assertThat(ask(token, "GET", "/v1/acl/token/self", "")).contains("\"gateway\"");
    }
    String accessor =
        ask(before, "GET", "/v1/acl/token/self", "")
            .replaceAll("(?s).*\"AccessorID\": ?\"([^\"]+)\".*", "$1");
    assertThat(ask("DELETE", "/v1/acl/token/" + accessor, "")).isEqualTo("true");
    assertThat(ask(after, "GET", "/v1/acl/token/self", "")).contains("\"gateway\"");
    assertThat(ask(before, "GET", "/v1/acl/token/self", "")).doesNotContain("\"gateway\"");
  }

  private void eventually(String name, int own, int expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> shared.positive(name, own) == expected);
  }

  private void put(String name, String value) {
    assertThat(ask("PUT", "/v1/kv/voxpop/" + name, value)).isEqualTo("true");
  }

  /** As the operator. */
  private String ask(String method, String path, String body) {
    return ask(tokens.get("management"), method, path, body);
  }

  private String ask(String token, String method, String path, String body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("X-Consul-Token", token)
              .method(method, BodyPublishers.ofString(body));
      return client.send(request.build(), BodyHandlers.ofString()).body().strip();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private void start() throws IOException {
    Files.writeString(
        folder.resolve("agent.json"),
        """
        {"encrypt": "%s", "acl": {"enabled": true, "default_policy": "deny",
          "tokens": {"%s": "%s", "agent": "%s"}}}
        """
            .formatted(GOSSIP, management(), tokens.get("management"), tokens.get("agent")));
    agent =
        new ProcessBuilder(
                consul(),
                "agent",
                "-dev",
                "-config-file=" + folder.resolve("agent.json"),
                "-client=127.0.0.1",
                "-bind=127.0.0.1",
                "-http-port=" + port,
                "-grpc-port=-1",
                "-dns-port=-1",
                "-server-port=" + Ports.free(),
                "-serf-lan-port=" + Ports.free(),
                "-serf-wan-port=-1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  /** As the setting is called since 1.11, and before. */
  private static String management() throws IOException {
    Process version = new ProcessBuilder(consul(), "version").start();
    String first =
        new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("");
    return first.matches(".*v1\\.(\\d|10)\\..*") ? "master" : "initial_management";
  }

  /** Runs the script that a job runs in the cluster. */
  private void allow() throws IOException, InterruptedException {
    var script = new ProcessBuilder("/bin/sh", SCRIPT.toString()).redirectErrorStream(true);
    script.environment().put("TOKENS", folder.toString());
    script.environment().put("CONSUL_HTTP_ADDR", "http://127.0.0.1:" + port);
    Process running = script.redirectOutput(folder.resolve("acl.log").toFile()).start();
    if (!running.waitFor(60, TimeUnit.SECONDS)) {
      running.destroyForcibly();
      Assertions.fail("Consul is not ready: see " + folder);
    }
    assertThat(running.exitValue()).as("see " + folder).isZero();
  }

  @AfterAll
  void stop() {
    if (agent != null) {
      agent.destroy();
      agent.onExit().join();
    }
  }

  private static String consul() {
    String[] folders = System.getenv("PATH").split(":", -1);
    for (String folder : folders) {
      if (Files.isExecutable(Path.of(folder, "consul"))) {
        return folder + "/consul";
      }
    }
    if (Boolean.getBoolean("voxpop.real-parts.required")) {
      Assertions.fail("no consul on the path");
    }
    return Assumptions.abort("no consul on the path: install it to run this test");
  }
}
