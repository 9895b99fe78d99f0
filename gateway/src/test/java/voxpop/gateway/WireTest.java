package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** How large and how slow a request may be, over a bare connection. */
class WireTest {
  private static final String CHUNKED = "\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

  /** Many times the settings below: a busy machine is no reason to fail, going on for good is. */
  private static final Duration GIVEN_UP = Duration.ofSeconds(30);

  private static House house;
  private static Browser browser;

  /** Gives nobody much time; whoever tests sizes has more, however busy the machine is. */
  private static Browser hasty;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("(GET|POST) /api/.*", "{\"ok\":true}");
    house.articles.on("POST /api/sessions", asked -> Told.of(401, "{}"));
    hasty =
        house.gateway(
            "voxpop.gateway.wire.head-within", "400ms", "voxpop.gateway.wire.body-within", "400ms");
    browser =
        house.gateway(
            "voxpop.gateway.wire.text-bytes", "50000", "voxpop.gateway.wire.file-bytes", "200000");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static BareWire wire() throws IOException {
    return new BareWire(browser.port);
  }

  private static BareWire hastyWire() throws IOException {
    return new BareWire(hasty.port);
  }

  @Test
  void a_head_that_does_not_end_is_given_up() throws IOException, InterruptedException {
    try (BareWire wire = hastyWire()) {
      wire.send("GET / HTTP/1.1\r\nHost: x\r\n");
      long begun = System.nanoTime();
      while (wire.takes(new byte[] {'X', ':', 'y', '\r', '\n'})
          && System.nanoTime() - begun < GIVEN_UP.toNanos()) {
        Thread.sleep(50);
      }
      assertThat(wire.rest())
          .satisfiesAnyOf(
              told -> assertThat(told).startsWith("HTTP/1.1 408").contains("/problems/too-slow"),
              told -> assertThat(told).isEmpty());
      assertThat(System.nanoTime() - begun).isLessThan(GIVEN_UP.toNanos());
    }
  }

  @Test
  void a_slow_head_is_told_so() throws IOException {
    try (BareWire wire = hastyWire()) {
      assertThat(wire.send("GET / HT").rest())
          .startsWith("HTTP/1.1 408")
          .contains("application/problem+json")
          .containsIgnoringCase("connection: close");
    }
  }

  @Test
  void a_connection_that_asks_for_nothing_yet_may_wait() throws IOException, InterruptedException {
    try (BareWire wire = hastyWire()) {
      Thread.sleep(900);
      wire.send("GET /api/articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(wire.onlyStatus()).isEqualTo(200);
    }
  }

  @Test
  void a_body_that_does_not_come_is_given_up() throws IOException {
    try (BareWire wire = hastyWire()) {
      wire.send("POST /api/articles HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
      assertThat(wire.rest()).startsWith("HTTP/1.1 408");
    }
    try (BareWire wire = hastyWire()) {
      wire.send("POST /de/hallo-welt/comments HTTP/1.1" + CHUNKED + "5\r\nbody=");
      assertThat(wire.onlyStatus()).isEqualTo(408);
    }
  }

  @Test
  void a_body_that_drips_is_given_up_and_one_that_moves_on_is_not()
      throws IOException, InterruptedException {
    try (BareWire wire = hastyWire()) {
      wire.send("POST /api/articles HTTP/1.1" + CHUNKED);
      int sent = 0;
      while (sent < 400 && wire.takes("1\r\nx\r\n".getBytes(StandardCharsets.US_ASCII))) {
        sent++;
        Thread.sleep(50);
      }
      assertThat(wire.onlyStatus()).isIn(408, 0);
      assertThat(sent).isLessThan(400);
    }
    // a machine that stalls is as slow as who drips: once it has to get through
    await().untilAsserted(WireTest::aBodyThatMovesOnIsTaken);
  }

  private static void aBodyThatMovesOnIsTaken() throws IOException, InterruptedException {
    try (BareWire wire = hastyWire()) {
      wire.send("POST /api/articles HTTP/1.1" + CHUNKED);
      for (int i = 0; i < 12; i++) {
        wire.send("3e8\r\n" + "x".repeat(1000) + "\r\n");
        Thread.sleep(100);
      }
      wire.send("0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(wire.rest()).startsWith("HTTP/1.1 200").contains("{\"ok\":true}");
    }
  }

  @Test
  void a_hundred_thousand_headers_are_refused() throws IOException {
    try (BareWire wire = wire()) {
      StringBuilder head = new StringBuilder("GET /de/ HTTP/1.1\r\nHost: x\r\n");
      for (int i = 0; i < 100_000; i++) {
        head.append("X-").append(i).append(": y\r\n");
      }
      wire.send(head.append("\r\n").toString());
      assertThat(wire.rest()).startsWith("HTTP/1.1 431").contains("/problems/headers-too-large");
    }
    try (BareWire wire = wire()) {
      wire.send("GET /de/ HTTP/1.1\r\nHost: x\r\nCookie: " + "a".repeat(100_000) + "\r\n\r\n");
      assertThat(wire.onlyStatus()).isEqualTo(431);
    }
  }

  @Test
  void a_long_address_is_refused_and_a_usual_one_is_not() throws IOException {
    try (BareWire wire = wire()) {
      wire.send("GET /api/articles?q=" + "x".repeat(1_000_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(wire.rest()).startsWith("HTTP/1.1 414").contains("/problems/url-too-long");
    }
    assertThat(browser.get("/api/articles?q=" + "x".repeat(8_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void endless_chunks_end_at_the_size_of_their_address() throws IOException {
    endless("/api/articles", "2000\r\n" + "x".repeat(0x2000) + "\r\n");
    endless("/api/media", "2000\r\n" + "x".repeat(0x2000) + "\r\n");
    endless("/de/hallo-welt/comments", "1\r\nx\r\n".repeat(500));
    endless("/api/articles", "1;" + "e".repeat(1000) + "\r\nx\r\n");
    assertThat(house.articles.asked).noneMatch(asked -> asked.body().length() > 200_000);
  }

  /**
   * Sends until the connection ends, which it does with a clear word if that can be read at all.
   */
  private static void endless(String path, String chunk) throws IOException {
    byte[] bytes = chunk.getBytes(StandardCharsets.US_ASCII);
    long begun = System.nanoTime();
    try (BareWire wire = wire()) {
      wire.send("POST " + path + " HTTP/1.1" + CHUNKED);
      while (wire.takes(bytes)) {
        assertThat(System.nanoTime() - begun).as("ended soon").isLessThan(GIVEN_UP.toNanos());
      }
      assertThat(wire.onlyStatus()).isIn(413, 0);
    }
  }

  @Test
  void what_is_too_large_is_told_so_in_the_same_words_chunked_or_not() throws IOException {
    for (String body :
        new String[] {
          "Content-Length: 60000\r\n\r\n" + "x".repeat(60_000),
          "Transfer-Encoding: chunked\r\n\r\nea60\r\n" + "x".repeat(60_000) + "\r\n0\r\n\r\n"
        }) {
      try (BareWire wire = wire()) {
        String told = wire.send("POST /api/articles HTTP/1.1\r\nHost: x\r\n" + body).rest();
        assertThat(told).startsWith("HTTP/1.1 413").contains("/problems/too-large", "requestId");
      }
      try (BareWire wire = wire()) {
        String told =
            wire.send("POST /api/media HTTP/1.1\r\nConnection: close\r\nHost: x\r\n" + body).rest();
        assertThat(told).startsWith("HTTP/1.1 200");
      }
    }
    assertThat(browser.json("POST", "/api/sessions", "x".repeat(49_000)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void parts_of_a_form_have_limits_too() throws IOException {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      parts
          .append("--b\r\nContent-Disposition: form-data; name=\"f")
          .append(i)
          .append("\"\r\n\r\nx\r\n");
    }
    String head =
        "POST /studio/pictures HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Connection: close\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\n"
            + "Content-Length: ";
    try (BareWire wire = wire()) {
      wire.send(head + (parts.length() + 5) + "\r\n\r\n" + parts + "--b--");
      assertThat(wire.onlyStatus()).isBetween(300, 499);
    }
  }
}
