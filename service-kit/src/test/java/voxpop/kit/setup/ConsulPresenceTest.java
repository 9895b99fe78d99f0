package voxpop.kit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.ServiceTest;
import voxpop.local.Ports;

/** A program that was there before its agent. */
@MicronautTest(transactional = false)
class ConsulPresenceTest extends ServiceTest {
  private final int port = Ports.free();
  private Process agent;

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "consul.client.enabled", "true",
        "consul.client.host", "127.0.0.1",
        "consul.client.port", "" + port,
        "consul.client.registration.ip-addr", "127.0.0.9",
        "micronaut.application.name", "article-service",
        "micronaut.application.instance.id", "pod-1",
        "micronaut.heartbeat.interval", "1s",
        "micronaut.heartbeat.initial-delay", "1s");
  }

  @Test
  void a_program_registers_with_an_agent_that_starts_later_and_again_when_it_forgot_and_leaves()
      throws InterruptedException {
    assertThat(server.isRunning()).isTrue();
    start();
    await().atMost(Duration.ofSeconds(40)).until(() -> services().contains("pod-1"));
    assertThat(services()).contains("\"127.0.0.9\"");
    stop();
    start();
    await().atMost(Duration.ofSeconds(40)).until(() -> services().contains("pod-1"));
    server.stop();
    assertThat(services()).startsWith("{").doesNotContain("pod-1");
  }

  @AfterAll
  void stop() {
    if (agent != null) {
      agent.destroy();
      agent.onExit().join();
    }
  }

  private void start() {
    try {
      agent =
          new ProcessBuilder(
                  consul(),
                  "agent",
                  "-dev",
                  "-client=127.0.0.1",
                  "-bind=127.0.0.1",
                  "-http-port=" + port,
                  "-grpc-port=-1",
                  "-dns-port=-1",
                  "-server-port=" + Ports.free(),
                  "-serf-lan-port=" + Ports.free(),
                  "-serf-wan-port=-1")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String services() throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + "/v1/agent/services");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private static String consul() {
    for (String folder : System.getenv("PATH").split(":", -1)) {
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
