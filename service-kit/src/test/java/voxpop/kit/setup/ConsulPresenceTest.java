package voxpop.kit.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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

  /** comment-service as the settings name it, and an instance that only Consul knows. */
  private final HttpServer named = place("named");

  private final HttpServer told = place("told");
  private Process agent;

  @Inject
  @Client("comment-service")
  io.micronaut.http.client.HttpClient comments;

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "consul.client.enabled", "true",
        "consul.client.host", "127.0.0.1",
        "consul.client.port", "" + port,
        "consul.client.registration.ip-addr", "127.0.0.9",
        // as VOXPOP_ADDRESS_COMMENT_SERVICE gives it
        "voxpop.fixed-address.comment-service", "http://127.0.0.1:" + named.getAddress().getPort(),
        "micronaut.application.name", "article-service",
        "micronaut.application.instance.id", "pod-1",
        "micronaut.heartbeat.interval", "1s",
        "micronaut.heartbeat.initial-delay", "1s");
  }

  @Test
  void a_program_registers_with_an_agent_that_starts_later_and_again_when_it_forgot_and_leaves()
      throws InterruptedException {
    assertThat(server.isRunning()).isTrue();
    assertThat(whoAnswers()).as("no agent yet").isEqualTo("named");
    start();
    await().atMost(Duration.ofSeconds(40)).until(() -> services().contains("pod-1"));
    assertThat(services()).contains("\"127.0.0.9\"");
    register(told);
    await().atMost(Duration.ofSeconds(20)).until(() -> whoAnswers().equals("told"));
    stop();
    assertThat(whoAnswers()).as("the agent is away").isEqualTo("told");
    start();
    await().atMost(Duration.ofSeconds(40)).until(() -> services().contains("pod-1"));
    server.stop();
    assertThat(services()).startsWith("{").doesNotContain("pod-1");
  }

  private String whoAnswers() {
    return comments.toBlocking().retrieve("/");
  }

  private void register(HttpServer place) throws InterruptedException {
    String instance =
        "{\"Name\": \"comment-service\", \"Address\": \"127.0.0.1\", \"Port\": %d}"
            .formatted(place.getAddress().getPort());
    URI uri = URI.create("http://127.0.0.1:" + port + "/v1/agent/service/register");
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(instance)).build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpServer place(String name) {
    try {
      HttpServer place =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      place.createContext(
          "/",
          exchange -> {
            byte[] answer = name.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      place.start();
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void closePlaces() {
    named.stop(0);
    told.stop(0);
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
