package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What answers tell browsers, and to whom the door for programs is opened. */
class HeadersTest {
  private static final String FRIEND = "https://friend.example";

  private static House house;
  private static Browser plain;
  private static Browser opened;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("(GET|POST|PUT) /api/.*", "{\"ok\":true}");
    plain = house.gateway();
    opened = house.gateway("voxpop.gateway.open-origins", FRIEND);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void every_answer_tells_browsers_what_not_to_do() {
    for (String path :
        new String[] {
          "/de/",
          "/de/hallo-welt",
          "/api/articles",
          "/nowhere/at/all",
          "/studio/sign-in",
          "/robots.txt",
          "/api/nothing",
          "/media/x"
        }) {
      HttpResponse<String> answer = plain.get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .doesNotContain("unsafe-inline", "nonce-");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
      assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
      assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(answer, "Strict-Transport-Security")).isNull();
      assertThat(header(answer, "Server")).isNull();
      assertThat(header(answer, "Voxpop-Route")).isNull();
      assertThat(header(answer, "X-Request-Id")).matches("[0-9a-f]{32}");
    }
  }

  @Test
  void a_site_with_https_wants_to_stay_there() {
    try (House secure = new House()) {
      secure.site("https://blog.example");
      Browser browser = secure.gateway();
      browser.get("/de/");
      assertThat(header(browser.get("/de/"), "Strict-Transport-Security"))
          .isEqualTo("max-age=31536000");
      assertThat(header(browser.get("/api/nothing"), "Strict-Transport-Security"))
          .isEqualTo("max-age=31536000");
    }
  }

  @Test
  void the_door_for_programs_is_closed_to_pages_of_other_sites_by_default() {
    for (Browser browser : new Browser[] {plain, opened}) {
      for (String origin :
          new String[] {"https://evil.example", "null", FRIEND + ".evil.example"}) {
        HttpResponse<String> read = browser.get("/api/articles", "Origin", origin);
        assertThat(header(read, "Access-Control-Allow-Origin")).isNull();
        HttpResponse<String> asked = preflight(browser, origin);
        assertThat(header(asked, "Access-Control-Allow-Origin")).isNull();
        assertThat(header(asked, "Access-Control-Allow-Methods")).isNull();
      }
    }
    assertThat(header(plain.get("/api/articles", "Origin", FRIEND), "Access-Control-Allow-Origin"))
        .isNull();
  }

  private static HttpResponse<String> preflight(Browser browser, String origin) {
    return browser.send(
        "OPTIONS",
        "/api/articles/" + House.ARTICLE,
        null,
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "PUT",
        "Access-Control-Request-Headers",
        "authorization,if-match");
  }

  @Test
  void an_opened_origin_may_use_it_with_a_token_and_without_cookies() {
    HttpResponse<String> asked = preflight(opened, FRIEND);
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(header(asked, "Access-Control-Allow-Methods")).contains("PUT");
    assertThat(header(asked, "Access-Control-Allow-Headers")).contains("Authorization", "If-Match");
    assertThat(header(asked, "Access-Control-Allow-Credentials")).isNull();

    HttpResponse<String> read = opened.get("/api/articles", "Origin", FRIEND);
    assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(header(read, "Access-Control-Expose-Headers")).contains("ETag", "RateLimit");
    assertThat(read.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));

    HttpResponse<String> missing = opened.get("/api/nothing", "Origin", FRIEND);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(header(opened.get("/de/", "Origin", FRIEND), "Access-Control-Allow-Origin"))
        .isNull();
  }
}
