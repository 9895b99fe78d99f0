package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which writes are refused because another site's page may have made them. */
class CrossSiteTest {
  private static final String WRITE = "/api/articles/" + House.ARTICLE + "/recommendation";

  private static House house;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.site("https://blog.example");
    house.articles.on("(GET|PUT) /api/articles/.*", "{\"count\":2,\"recommended\":true}");
    browser = house.gateway("voxpop.gateway.open-origins", "https://friend.example");
    org.awaitility.Awaitility.await().until(() -> house.articles.asked("/site").size() > 0);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static int write(String... headers) {
    return browser.send("PUT", WRITE, null, headers).statusCode();
  }

  @Test
  void sec_fetch_site_decides_where_it_is_sent() {
    assertThat(write("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    assertThat(write("Sec-Fetch-Site", "none")).isEqualTo(200);
    assertThat(write("Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(write("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(write("Sec-Fetch-Site", "cross-site", "Origin", "https://blog.example"))
        .isEqualTo(403);
    assertThat(write("Sec-Fetch-Site", "cross-site", "Origin", "https://friend.example"))
        .isEqualTo(200);
  }

  @Test
  void else_the_origin_decides() {
    assertThat(write("Origin", "https://blog.example")).isEqualTo(200);
    assertThat(write("Origin", "https://friend.example")).isEqualTo(200);
    assertThat(write("Origin", "https://blog.example.evil.example")).isEqualTo(403);
    assertThat(write("Origin", "http://blog.example")).isEqualTo(403);
    assertThat(write("Origin", "https://blog.example:8443")).isEqualTo(403);
    assertThat(write("Origin", "null")).isEqualTo(403);
    assertThat(write("Origin", "https://evil.example", "Referer", "https://blog.example/"))
        .isEqualTo(403);
  }

  @Test
  void else_the_referer_decides() {
    assertThat(write("Referer", "https://blog.example/de/hallo-welt?x=1")).isEqualTo(200);
    assertThat(write("Referer", "https://blog.example@evil.example/")).isEqualTo(403);
    assertThat(write("Referer", "https://evil.example/https://blog.example/")).isEqualTo(403);
    assertThat(write("Referer", "no address")).isEqualTo(403);
    assertThat(write("Referer", "")).isEqualTo(403);
  }

  @Test
  void without_any_of_them_no_browser_made_it() {
    assertThat(write()).isEqualTo(200);
  }

  @Test
  void ones_own_machine_is_served_under_its_local_names() {
    assertThat(write("Origin", "http://127.0.0.1:" + browser.port)).isEqualTo(200);
    assertThat(
            write(
                "Origin", "http://localhost:" + browser.port, "Host", "localhost:" + browser.port))
        .isEqualTo(200);
    assertThat(write("Origin", "http://localhost:1")).isEqualTo(403);
    assertThat(write("Origin", "http://evil.example", "Host", "evil.example")).isEqualTo(403);
  }

  @Test
  void a_token_without_a_cookie_cannot_be_borrowed() {
    assertThat(write("Sec-Fetch-Site", "cross-site", "Authorization", "Bearer x")).isEqualTo(200);
    assertThat(
            write(
                "Sec-Fetch-Site", "cross-site", "Authorization", "Bearer x", "Cookie", "session=y"))
        .isEqualTo(403);
    assertThat(write("Sec-Fetch-Site", "cross-site", "Authorization", "Basic x")).isEqualTo(403);
  }

  @Test
  void reading_is_for_everybody_and_forms_are_covered_too() {
    assertThat(browser.get(WRITE, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(200);
    var form =
        browser.form(
            "/de/hallo-welt/recommendation",
            java.util.Map.of("recommended", "true"),
            "Sec-Fetch-Site",
            "cross-site");
    assertThat(form.statusCode()).isEqualTo(403);
    assertThat(form.body()).contains("<html");
    assertThat(browser.send("PUT", WRITE, null, "Origin", "https://evil.example").body())
        .contains("/problems/cross-site");
  }
}
