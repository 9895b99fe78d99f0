package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;
import static voxpop.gateway.Wire.get;
import static voxpop.gateway.Wire.request;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.Wire.Answer;
import voxpop.local.Ports;

/** Kept pages that go past routes and filters: nobody may notice but by the time it takes. */
class ShortWayTest {
  private static final String PAGE = "/de/hallo-welt";

  private ResourceLeakDetector.Level level;
  private long before;
  private House house;
  private Browser browser;
  private Browser management;

  @BeforeAll
  static void begin() {
    // The codec keeps a few bytes of its own for good.
    assertThat(new HttpResponseEncoder()).isNotNull();
  }

  @BeforeEach
  void open() {
    level = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    before = kept();
    house = new House();
    management = new Browser(Ports.free());
    browser = house.gateway("endpoints.all.port", "" + management.port);
  }

  /** All bytes that pages took outside of the heap are given back when the door closes. */
  @AfterEach
  void close() {
    house.close();
    await().untilAsserted(() -> assertThat(kept()).isEqualTo(before));
    ResourceLeakDetector.setLevel(level);
  }

  private static long kept() {
    return UnpooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
  }

  private void warm(Browser gateway, String path) {
    await()
        .until(
            () ->
                "br"
                    .equals(
                        header(gateway.bytes(path, "Accept-Encoding", "br"), "Content-Encoding")));
    await().until(() -> "voxpop; hit".equals(header(gateway.bytes(path), "Cache-Status")));
  }

  private double taken() {
    return management
        .get("/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("voxpop_pages_total") && line.contains("way=\"short\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void both_ways_answer_alike_byte_by_byte() throws Exception {
    Browser ordinary = house.gateway("voxpop.gateway.short-way", "false");
    List<String> paths = List.of(PAGE, "/de/", "/de/feed.atom", PAGE + "?utm_source=x");
    for (String path : paths) {
      warm(browser, path);
      warm(ordinary, path);
    }
    String tag = header(browser.get(PAGE), "ETag");
    List<String[]> asked = new ArrayList<>();
    for (String accepted :
        List.of("", "gzip", "br", "br;q=0.1, gzip", "gzip, deflate, br", "*;q=0", "identity")) {
      String field = accepted.isEmpty() ? "Accept: */*" : "Accept-Encoding: " + accepted;
      asked.add(new String[] {field});
      asked.add(new String[] {field, "If-None-Match: W/" + tag});
      asked.add(new String[] {field, "If-None-Match: \"other\", *"});
      asked.add(new String[] {field, "If-None-Match: \"other\"", "Cookie: reader=x; language=en"});
    }
    double start = taken();
    int many = 0;
    try (var fast = new Wire(browser.port);
        var slow = new Wire(ordinary.port)) {
      for (String path : paths) {
        for (String method : List.of("GET", "HEAD")) {
          for (String[] fields : asked) {
            String request = request(method, path, fields);
            Answer one = fast.send(request).answer(method.equals("GET"));
            Answer other = slow.send(request).answer(method.equals("GET"));
            assertThat(one.status()).as(request).isEqualTo(other.status());
            assertThat(told(one)).as(request).isEqualTo(told(other));
            assertThat(Arrays.equals(one.body(), other.body())).as(request).isTrue();
            assertThat(one.field("Date")).hasSameSizeAs(other.field("Date"));
            assertThat(one.field("X-Request-Id")).hasSameSizeAs(other.field("X-Request-Id"));
            many++;
          }
        }
      }
    }
    assertThat(taken() - start).isEqualTo(many);
  }

  /** What is different with each answer is left out. */
  private static List<String> told(Answer answer) {
    return answer.fields().stream()
        .map(line -> line.replaceAll("(?i)^([^:]+):", "$1:").strip())
        .filter(line -> !line.matches("(?i)(date|x-request-id):.*"))
        .map(ShortWayTest::lowerName)
        .sorted()
        .toList();
  }

  private static String lowerName(String line) {
    int colon = line.indexOf(':');
    return line.substring(0, colon).toLowerCase(java.util.Locale.ROOT) + line.substring(colon);
  }

  @Test
  void pipelined_requests_are_answered_in_their_order_whichever_way_they_go() throws Exception {
    warm(browser, PAGE);
    house.page("de", "langsam", "Langsam", 1);
    house.articles.slow("/pages/de/langsam", 300);
    try (var wire = new Wire(browser.port)) {
      wire.send(
          get(PAGE),
          get("/de/langsam"),
          get(PAGE),
          get("/nothing/here/at/all"),
          get(PAGE),
          get("/"));
      assertThat(wire.answer().text()).contains("Hallo Welt");
      assertThat(wire.answer().text()).contains("Langsam");
      assertThat(wire.answer().text()).contains("Hallo Welt");
      assertThat(wire.answer().status()).contains("404");
      assertThat(wire.answer().text()).contains("Hallo Welt");
      assertThat(wire.answer().status()).contains("302");
      // All of them are answered: the short way is free again.
      double start = taken();
      assertThat(wire.send(get(PAGE)).answer().text()).contains("Hallo Welt");
      assertThat(taken() - start).isEqualTo(1);
    }
  }

  @Test
  void a_flood_of_requests_waits_for_its_reader() throws Exception {
    house.page("de", "hallo-welt", "Hallo Welt".repeat(2_000), 1);
    warm(browser, PAGE);
    byte[] page = browser.bytes(PAGE).body();
    try (var wire = new Wire(browser.port)) {
      for (int i = 0; i < 200; i++) {
        wire.send(get(PAGE));
      }
      // 200 × 200 KB were asked for and not read: they aren't all on their way.
      for (int i = 0; i < 200; i++) {
        assertThat(Arrays.equals(wire.answer().body(), page)).isTrue();
      }
    }
  }

  @Test
  void what_has_a_body_or_wants_a_word_first_goes_the_ordinary_way() throws Exception {
    warm(browser, PAGE);
    double start = taken();
    try (var wire = new Wire(browser.port)) {
      wire.send(request("GET", PAGE, "Content-Length: 5") + "hello", get(PAGE + "?x"));
      assertThat(wire.answer().text()).contains("Hallo Welt");
      assertThat(wire.answer().text()).contains("Hallo Welt");
      wire.send(request("GET", PAGE, "Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\n\r\n");
      assertThat(wire.answer().text()).contains("Hallo Welt");
      wire.send(request("GET", PAGE, "Authorization: Bearer x"));
      assertThat(wire.answer().text()).contains("Hallo Welt");
      wire.send(
          request(
              "POST",
              "/api/comments",
              "Content-Type: application/json",
              "Content-Length: 2",
              "Expect: 100-continue"));
      String first = wire.answer(false).status();
      if (first.contains("100")) {
        wire.send("{}");
        wire.answer();
      }
      assertThat(taken() - start).isLessThanOrEqualTo(1);
    }
    try (var wire = new Wire(browser.port)) {
      wire.send(request("GET", PAGE, "Connection: close"), get(PAGE));
      Answer only = wire.answer();
      assertThat(only.field("Connection")).isEqualToIgnoringCase("close");
      assertThat(only.text()).contains("Hallo Welt");
      assertThat(wire.ended()).isTrue();
    }
    try (var wire = new Wire(browser.port)) {
      wire.send("GET " + PAGE + " HTTP/1.0\r\n\r\n");
      assertThat(wire.answer().text()).contains("Hallo Welt");
      assertThat(wire.ended()).isTrue();
    }
  }

  @Test
  void cookies_that_make_a_page_ones_own_lead_past_what_is_kept() throws Exception {
    house.articles.on("PUT /api/articles/.*/recommendation", "{\"count\":2,\"recommended\":true}");
    house.articles.on("GET /api/articles/.*/recommendation", "{\"count\":2,\"recommended\":true}");
    warm(browser, PAGE);
    var written = browser.form(PAGE + "/recommendation", Map.of("recommended", "true"));
    String fresh = Browser.cookie(written, "fresh");
    assertThat(fresh).isNotNull();
    var own = browser.get(PAGE, "Cookie", "a=b; fresh=" + fresh);
    assertThat(header(own, "Cache-Control")).isEqualTo("private, no-store");
    assertThat(header(own, "Cache-Status")).isNull();
    String forged = fresh.replaceFirst("\\.[0-9]+\\.", ".99999999999.");
    var shared = browser.get(PAGE, "Cookie", "fresh=" + forged);
    assertThat(header(shared, "Cache-Status")).contains("hit");
    assertThat(header(browser.get("/", "Cookie", "language=en"), "Location")).isEqualTo("/en/");
  }

  @Test
  void a_page_that_is_asked_for_with_a_place_in_a_list_is_that_page() {
    warm(browser, "/de/");
    house.articles.on(
        "GET /listings/de",
        a ->
            StandIn.Told.ok(
                a.query().contains("after=c2")
                    ? House.LISTING.replace("Hallo <Welt>", "Zweite Seite")
                    : House.LISTING));
    assertThat(browser.get("/de/?after=c2").body()).contains("Zweite Seite");
    assertThat(browser.get("/de/?%61fter=c2").body()).contains("Zweite Seite");
    assertThat(browser.get("/de/?x=y").body()).doesNotContain("Zweite Seite");
  }

  @Test
  void memory_is_bounded_and_a_page_that_is_let_go_still_arrives() throws Exception {
    Browser small = house.gateway("voxpop.gateway.cache-megabytes", "2");
    String text =
        IntStream.range(0, 1_000)
            .mapToObj(i -> UUID.randomUUID().toString())
            .reduce("", (a, b) -> a.length() > 30_000 ? a : a + b);
    for (int i = 0; i < 30; i++) {
      house.articles.on("GET /pages/de/gross-" + i, House.pageJson("de", "gross-" + i, text, i));
    }
    warm(small, "/de/gross-0");
    byte[] page = small.bytes("/de/gross-0").body();
    try (var wire = new Wire(small.port)) {
      // More than the socket takes: the rest is in the page's own bytes.
      wire.send(IntStream.range(0, 12).mapToObj(i -> get("/de/gross-0")).toArray(String[]::new));
      for (int i = 1; i < 30; i++) {
        for (int again = 0; again < 3; again++) {
          small.bytes("/de/gross-" + i);
        }
      }
      await().until(() -> kept() - before < 3_000_000);
      for (int i = 0; i < 12; i++) {
        assertThat(Arrays.equals(wire.answer().body(), page)).isTrue();
      }
    }
    await().until(() -> kept() - before < 2_100_000);
  }

  @Test
  void a_door_that_closes_finishes_what_it_said() throws Exception {
    Browser leaving = house.gateway();
    house.page("de", "hallo-welt", "Hallo Welt".repeat(100_000), 1);
    warm(leaving, PAGE);
    byte[] page = leaving.bytes(PAGE).body();
    try (var wire = new Wire(leaving.port)) {
      wire.send(get(PAGE)).begun();
      Thread closing = Thread.startVirtualThread(() -> house.stop(leaving));
      // Far more than the sockets hold is on its way, and nobody reads yet.
      Thread.sleep(200);
      assertThat(wire.answer().body()).hasSameSizeAs(page);
      assertThat(wire.ended()).isTrue();
      closing.join();
    }
  }

  @Test
  void the_management_port_has_no_pages() {
    warm(browser, PAGE);
    assertThat(management.get(PAGE).statusCode()).isEqualTo(404);
  }

  @Test
  void requests_on_the_short_way_are_counted_and_timed_like_all_others() {
    warm(browser, PAGE);
    double start = taken();
    browser.get(PAGE);
    assertThat(taken() - start).isEqualTo(1);
    String metrics = management.get("/prometheus").body();
    assertThat(
            metrics.lines().filter(line -> line.startsWith("http_server_requests_seconds_count")))
        .anyMatch(
            line ->
                line.contains("uri=\"/{lang}/{slug}\"")
                    && line.contains("method=\"GET\"")
                    && line.contains("status=\"200\""));
    assertThat(metrics).contains("voxpop_pages_bytes");
  }
}
