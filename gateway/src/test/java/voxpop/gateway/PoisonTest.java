package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.gateway.StandIn.Asked;
import voxpop.gateway.StandIn.Told;

/** Nobody gets into a page that others read, nor gets others' pages kept, nor sends them away. */
class PoisonTest {
  private static House house;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("(GET|PUT|POST) /api/.*", "{\"ok\":true}");
    house.articles.on(
        "POST /sessions",
        asked ->
            Told.of(
                201,
                "{\"secret\":\"the-secret\",\"id\":\""
                    + House.OTHER
                    + "\",\"author\":{\"id\":\""
                    + House.OTHER
                    + "\",\"name\":\"ada\",\"displayName\":\"Ada\",\"roles\":[\"author\"],\"languages\":[]}}"));
    browser = house.gateway();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void what_is_not_part_of_the_address_is_not_part_of_the_page() {
    String[] spoofed = {
      "Host", "evil.example",
      "X-Forwarded-Host", "evil.example",
      "X-Forwarded-Proto", "gopher",
      "X-Forwarded-Port", "6666",
      "X-Forwarded-Prefix", "/evil",
      "X-Forwarded-For", "evil.example",
      "Forwarded", "host=evil.example;proto=gopher",
      "X-Host", "evil.example",
      "X-Original-URL", "/evil",
      "X-Rewrite-URL", "/evil",
      "X-HTTP-Method-Override", "DELETE",
      "Voxpop-Reader", "evil",
      "Origin", "https://evil.example",
      "Referer", "https://evil.example/",
      "User-Agent", "evil",
      "Accept-Language", "xx-evil",
      "traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
      "baggage", "evil=1"
    };
    for (String path : new String[] {"/de/", "/de/hallo-welt", "/de/feed.atom", "/sitemap.xml"}) {
      HttpResponse<String> first = browser.get(path + "?first", spoofed);
      assertThat(first.body()).as(path).doesNotContain("evil", "gopher", "6666");
      assertThat(first.headers().map().toString()).doesNotContain("evil", "gopher", "6666");
    }
    // made by a request that brings all of it, and read by one that brings nothing
    HttpResponse<String> poisoned = browser.get("/en/hello-world", spoofed);
    house.page("en", "hello-world", "Hello World", 1);
    assertThat(poisoned.body()).doesNotContain("evil");
    String dirty = browser.get("/de/hallo-welt", spoofed).body();
    assertThat(browser.get("/de/hallo-welt").body()).isEqualTo(dirty);
  }

  @Test
  void none_of_it_reaches_a_service() {
    browser.json(
        "POST",
        "/api/articles?q=1",
        "{}",
        "Host",
        "evil.example",
        "X-Forwarded-For",
        "203.0.113.9",
        "X-Forwarded-Host",
        "evil.example",
        "X-Forwarded-Proto",
        "https",
        "X-Real-IP",
        "203.0.113.9",
        "Forwarded",
        "for=203.0.113.9",
        "Voxpop-Internal",
        "guess",
        "Voxpop-Reader",
        "me",
        "voxpop-network",
        "there",
        "VOXPOP-Anything",
        "x",
        "X-Request-Id",
        "mine",
        "traceparent",
        "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
        "tracestate",
        "evil=1",
        "baggage",
        "evil=1");
    Asked asked = house.articles.asked("/api/articles").getLast();
    assertThat(asked.header("host")).startsWith("127.0.0.1");
    assertThat(asked.header("voxpop-internal")).isEqualTo("gateway-secret-of-32-characters-or-so");
    assertThat(asked.header("voxpop-reader")).isNull();
    assertThat(asked.header("voxpop-network")).hasSize(43);
    assertThat(asked.header("x-request-id")).matches("[0-9a-f]{32}");
    assertThat(asked.header("traceparent"))
        .startsWith("00-" + asked.header("x-request-id") + "-")
        .doesNotContain("0123456789abcdef");
    assertThat(asked.headers().toString())
        .doesNotContain("evil", "203.0.113", "guess", "voxpop-anything", "tracestate", "baggage");
    for (String name : asked.headers().keySet()) {
      assertThat(name).doesNotStartWith("x-forwarded-").isNotIn("forwarded", "x-real-ip");
    }
  }

  @Test
  void the_request_is_known_by_the_same_id_everywhere() {
    HttpResponse<String> answer = browser.get("/api/articles?id");
    assertThat(house.articles.asked("/api/articles").getLast().header("x-request-id"))
        .isEqualTo(header(answer, "X-Request-Id"));
    house.page("de", "frisch", "Frisch", 0);
    HttpResponse<String> page = browser.get("/de/frisch");
    assertThat(house.articles.asked("/pages/de/frisch").getLast().header("x-request-id"))
        .isEqualTo(header(page, "X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/de/hallo-welt/x.css",
        "/de/hallo-welt/x.js?fresh",
        "/de/hallo-welt;x.css",
        "/de/hallo-welt%2fx.css",
        "/de/hallo-welt%2Fx.css",
        "/de/hallo-welt%00.css",
        "/de/hallo-welt%3fx.css",
        "/de/hallo-welt%23x.css",
        "/de/hallo-welt.css",
        "/de%2fhallo-welt",
        "/de/..%2fde/hallo-welt",
        "/de//hallo-welt",
        "/studio/x.css",
        "/studio/sign-in/x.css",
        "/studio/sign-in;x.css",
        "/studio%2fsign-in",
        "/api/me/x.css",
        "/api/me;x.css",
        "/api/me%2fx.css",
        "/assets/..%2f..%2fstudio/"
      })
  void an_address_that_looks_like_a_file_keeps_nobodys_page(String path) {
    HttpResponse<String> answer =
        browser.get(path, "Cookie", "session=somebodys-secret; reader=" + "a".repeat(22));
    String kept = String.valueOf(header(answer, "Cache-Control"));
    assertThat(kept).as(path).doesNotContain("public", "max-age=3", "immutable");
    if (answer.statusCode() == 200) {
      assertThat(kept).contains("no-store");
    } else {
      assertThat(answer.statusCode()).isIn(303, 301, 302, 400, 404);
    }
    assertThat(answer.body()).doesNotContain("somebodys-secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/studio//evil.example",
        "/studio/../../evil",
        "/studio/\r\nLocation: https://evil.example/",
        "/studio/%0d%0aSet-Cookie:x=y",
        "javascript:alert(1)",
        "/studio/@evil.example",
        "https:evil.example",
        " https://evil.example"
      })
  void nobody_is_sent_away_after_signing_in(String to) {
    HttpResponse<String> form =
        browser.get(
            "/studio/sign-in?to="
                + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
    String token = form.body().replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    HttpResponse<String> signedIn =
        browser.form(
            "/studio/sign-in",
            Map.of(
                "email",
                "ada@example.org",
                "password",
                "a-long-password",
                "to",
                to,
                "token",
                token));
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(303);
    String location = header(signedIn, "Location");
    assertThat(location).startsWith("/studio/").doesNotContain("//", "\\", "..", "@");
    assertThat(signedIn.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("x="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/%5cevil.example/",
        "/%2f%2fevil.example",
        "//evil.example/%2f.."
      })
  void no_address_is_turned_into_one_elsewhere(String path) throws java.io.IOException {
    try (BareWire wire = new BareWire(browser.port)) {
      String told =
          wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").rest();
      assertThat(told).doesNotContainIgnoringCase("location: //").doesNotContain("ocation: http");
    }
  }
}
