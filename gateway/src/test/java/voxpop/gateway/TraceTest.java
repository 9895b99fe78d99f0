package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spans, where somebody collects them: over real OTLP, to a collector that keeps the bytes. */
class TraceTest {
  private static final List<String> collected = new CopyOnWriteArrayList<>();

  private static House house;
  private static HttpServer collector;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          collected.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    house = new House();
    house.articles.on("(GET|POST) /api/.*", "{\"ok\":true}");
    browser =
        house.gateway(
            "voxpop.traces.enabled", "true",
            "voxpop.traces.endpoint", "http://127.0.0.1:" + collector.getAddress().getPort(),
            "otel.bsp.schedule.delay", "100",
            "otel.exporter.otlp.compression", "none");
  }

  @AfterAll
  static void close() {
    house.close();
    collector.stop(0);
  }

  private static String bytes(String traceId) {
    return new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_trace_has_the_requests_id_in_every_program_and_tells_nothing_of_people() {
    var answer =
        browser.get(
            "/api/articles?email=ada@example.org",
            "User-Agent",
            "a-browser",
            "traceparent",
            "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01");
    String id = header(answer, "X-Request-Id");
    assertThat(house.articles.asked("/api/articles").getLast().header("traceparent"))
        .matches("00-" + id + "-[0-9a-f]{16}-01");
    await()
        .until(
            () ->
                collected.stream()
                    .anyMatch(sent -> sent.contains(bytes(id)) && sent.contains("http.server")));
    String all = String.join("", collected);
    assertThat(all)
        .contains("http.request.method", "http.response.status_code", "gateway")
        .doesNotContain("ada@example", "a-browser", "user_agent", "client.address", "url.query")
        .doesNotContain(bytes("0123456789abcdef0123456789abcdef"));
  }

  @Test
  void a_page_is_one_trace_with_what_it_asked_for() {
    house.page("de", "spur", "Spur", 1);
    var page = browser.get("/de/spur");
    String id = header(page, "X-Request-Id");
    assertThat(house.articles.asked("/pages/de/spur").getLast().header("traceparent"))
        .startsWith("00-" + id);
    await()
        .until(
            () ->
                collected.stream()
                    .anyMatch(sent -> sent.contains(bytes(id)) && sent.contains("/{lang}/{slug}")));
  }
}
