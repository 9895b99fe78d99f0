package voxpop.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked again of a platform that has too much to do. */
class DoorTest {
  private static final Map<String, Object> BODY = Map.of("title", "x");

  private final AtomicInteger asked = new AtomicInteger();
  private String refusal = "/problems/unavailable";
  private int refusals = 1;
  private HttpServer server;
  private Door door;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean refused = asked.incrementAndGet() <= refusals;
          byte[] said = ("{\"type\":\"" + refusal + "\"}").getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(refused ? 503 : 200, said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    server.start();
    door = Door.to("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void reading_is_done_again() throws Exception {
    assertThat(door.get("/api/site").status()).isEqualTo(200);
    assertThat(asked).hasValue(2);
  }

  @Test
  void writing_is_done_again_where_it_may_be_done_twice() throws Exception {
    assertThat(door.put("/api/articles/1/publication", BODY).status()).isEqualTo(200);
    assertThat(asked).hasValue(2);
  }

  @Test
  void what_may_have_been_done_is_not_done_again() throws Exception {
    assertThat(door.post("/api/articles", BODY).status()).isEqualTo(503);
    assertThat(asked).hasValue(1);
    asked.set(0);
    assertThat(door.put("/api/articles/1", BODY, "If-Match", "\"1\"").status()).isEqualTo(503);
    assertThat(asked).hasValue(1);
  }

  @Test
  void what_was_refused_before_it_was_done_is_done_again() throws Exception {
    refusal = "/problems/busy";
    assertThat(door.post("/api/articles", BODY).status()).isEqualTo(200);
    assertThat(asked).hasValue(2);
  }

  @Test
  void it_ends_with_a_sentence() {
    refusals = 1_000;
    Door hasty = Door.to(door.address(), Duration.ofMillis(1));
    assertThatIOException()
        .isThrownBy(() -> hasty.get("/api/site"))
        .withMessageContaining("GET /api/site was answered with 503");
  }
}
