package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Asked;
import voxpop.gateway.StandIn.Told;

/** What passes through the door to the services, and what doesn't. */
class RelayTest {
  private static House house;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on(
        "(GET|PUT|POST|DELETE|HEAD) /api/.*",
        a ->
            new Told(
                200,
                "{\"ok\":true}",
                Map.of("ETag", "\"7\"", "Set-Cookie", "x=y", "Voxpop-Secret", "s", "X-Own", "1")));
    house.comments.on(".* /api/.*", "{\"who\":\"comments\"}");
    house.translations.on(".* /api/.*", "{\"who\":\"translations\"}");
    browser = house.gateway();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Asked last() {
    return house.articles.asked.stream()
        .filter(a -> a.path().startsWith("/api/"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  @Test
  void each_prefix_goes_to_its_owner_with_its_query() {
    browser.get("/api/articles?language=de&q=a%20b%26c");
    assertThat(last().query()).isEqualTo("language=de&q=a%20b%26c");
    for (String path :
        new String[] {
          "site",
          "topics/x",
          "media",
          "authors",
          "sessions/renewals",
          "subscriptions",
          "imports",
          "exports"
        }) {
      assertThat(browser.get("/api/" + path).body()).as(path).isEqualTo("{\"ok\":true}");
    }
    assertThat(browser.get("/api/comments?article=x").body()).contains("comments");
    assertThat(browser.get("/api/challenges").body()).contains("comments");
    for (String path : new String[] {"translations/x", "glossary", "memory", "engines"}) {
      assertThat(browser.get("/api/" + path).body()).as(path).contains("translations");
    }
  }

  @Test
  void etags_and_conditions_pass_unchanged_and_so_does_the_body() {
    String body = "{\"title\":\"Ä\",\"text\":\"" + "x".repeat(100_000) + "\"}";
    var put =
        browser.json(
            "PUT", "/api/articles/1", body, "If-Match", "\"7\"", "Accept-Encoding", "gzip");
    assertThat(header(put, "ETag")).isEqualTo("\"7\"");
    assertThat(header(put, "X-Own")).isEqualTo("1");
    assertThat(last().header("if-match")).isEqualTo("\"7\"");
    assertThat(last().body()).isEqualTo(body);
    assertThat(last().header("content-type")).isEqualTo("application/json");
  }

  @Test
  void nobody_outside_says_what_only_the_house_may() {
    browser.get(
        "/api/articles",
        "Voxpop-Internal",
        "guess",
        "Voxpop-Reader",
        "somebody",
        "voxpop-network",
        "elsewhere",
        "X-Forwarded-For",
        "1.2.3.4",
        "Forwarded",
        "for=1.2.3.4",
        "Cookie",
        "a=b",
        "Connection",
        "close, X-Secret",
        "X-Secret",
        "1");
    assertThat(last().header("voxpop-internal")).isEqualTo("gateway-secret-of-32-characters-or-so");
    assertThat(last().header("voxpop-reader")).isNull();
    assertThat(last().header("voxpop-network")).hasSize(43);
    for (String name : new String[] {"x-forwarded-for", "forwarded", "cookie", "x-secret"}) {
      assertThat(last().header(name)).as(name).isNull();
    }
    var answer = browser.get("/api/articles");
    assertThat(header(answer, "Set-Cookie")).isNull();
    assertThat(header(answer, "Voxpop-Secret")).isNull();
  }

  @Test
  void a_programs_token_is_passed_on_and_other_credentials_are_not() {
    browser.get("/api/articles", "Authorization", "Bearer abc");
    assertThat(last().header("authorization")).isEqualTo("Bearer abc");
    browser.get("/api/articles", "Authorization", "Basic abc");
    assertThat(last().header("authorization")).isNull();
  }

  @Test
  void internal_addresses_are_not_routed() {
    for (String path :
        new String[] {
          "/changes",
          "/api/changes",
          "/api/../changes",
          "/api/articles/../../changes",
          "/api/articles/%2e%2e/%2e%2e/changes",
          "/api//changes",
          "/pages/de/hallo-welt",
          "/api/pages/de/x",
          "/sessions/trades",
          "/site",
          "/listings/de",
          "/api/articles%2f..%2f..%2fchanges",
          "/api/series/a%00b",
          "/api/series/a%2Fb",
          "/.well-known/jwks.json",
          "/prometheus",
          "/health"
        }) {
      var answer = browser.send("GET", path, null);
      assertThat(answer.statusCode()).as(path).isIn(404, 400, 405);
    }
    assertThat(house.articles.asked).noneMatch(a -> a.path().contains("changes"));
    assertThat(house.articles.asked("/sessions/trades")).isEmpty();
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_passed_on() {
    var refused = browser.json("POST", "/api/articles", "x".repeat(2_100_000));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void pictures_are_streamed_and_run_nothing() {
    String path = "/media/" + House.ARTICLE + "/640.jpg";
    house.articles.on(
        "GET " + path,
        a ->
            new Told(
                200, "\u00ff\u00d8bytes", Map.of("Content-Type", "image/jpeg", "X-Bytes", "1")));
    var picture = browser.bytes(path);
    assertThat(picture.body()).startsWith(0xff, 0xd8);
    assertThat(header(picture, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(header(picture, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(picture, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    assertThat(header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(browser.get("/media/" + House.ARTICLE + "/640.svg").statusCode()).isEqualTo(404);
    var missing = browser.get("/media/" + House.OTHER + "/640.jpg");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Cache-Control"))
        .isNotEqualTo("public, max-age=31536000, immutable");
  }
}
