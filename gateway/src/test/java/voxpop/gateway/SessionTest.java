package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Asked;
import voxpop.gateway.StandIn.Told;

/** The browser's session: an opaque secret outside, a short-lived token inside. */
class SessionTest {
  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    house.articles.on("(GET|PUT) /api/articles.*", "{}");
    house.articles.on(
        "POST /sessions/trades",
        a ->
            a.body().contains("good")
                ? Told.ok(
                    """
                    {"token":"jwt","expiresAt":"%s","session":"%s","author":{"id":"%s","name":"ada","displayName":"Ada","roles":["author"],"languages":[]}}\
                    """
                        .formatted(Instant.now().plusSeconds(300), House.OTHER, House.OTHER))
                : Told.problem(401, "unauthorized", ""));
    browser = house.gateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Asked last() {
    return house.articles.asked.stream()
        .filter(a -> a.path().startsWith("/api/"))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  @Test
  void a_session_is_traded_once_for_a_token_that_services_get() {
    for (int i = 0; i < 3; i++) {
      browser.get("/api/articles/1", "Cookie", "session=good");
    }
    assertThat(last().header("authorization")).isEqualTo("Bearer jwt");
    assertThat(last().header("cookie")).isNull();
    assertThat(house.articles.asked("/sessions/trades")).hasSize(1);
    assertThat(browser.get("/api/me", "Cookie", "session=good").body())
        .contains("\"displayName\":\"Ada\"");
  }

  @Test
  void a_session_that_is_over_is_no_session() {
    browser.get("/api/articles/1", "Cookie", "session=old");
    assertThat(last().header("authorization")).isNull();
    assertThat(browser.get("/api/me", "Cookie", "session=old").body()).contains("\"author\":null");
  }

  @Test
  void strangers_are_sent_to_the_sign_in_page_and_nothing_of_the_studio_is_kept() {
    var stranger = browser.get("/studio/");
    assertThat(stranger.statusCode()).isEqualTo(303);
    assertThat(header(stranger, "Location")).startsWith("/studio/sign-in");
    assertThat(header(stranger, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_signed_in_reader_gets_no_strangers_page_and_gives_none_to_the_cache() {
    String path = "/de/hallo-welt";
    await().until(() -> header(browser.get(path), "Cache-Status").equals("voxpop; hit"));
    house.articles.on(
        "GET /api/articles/.*/recommendation",
        a -> Told.ok("{\"count\":1,\"recommended\":" + (a.header("authorization") != null) + "}"));
    String shared = browser.get(path).body();
    int asked = house.articles.asked("/pages/de/hallo-welt").size();
    var own = browser.get(path, "Cookie", "theme=x; session=good");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body()).isNotEqualTo(shared).contains("Hallo Welt");
    assertThat(header(own, "Cache-Control")).isEqualTo("private, no-store");
    assertThat(header(own, "Cache-Status")).isNull();
    assertThat(house.articles.asked("/pages/de/hallo-welt")).hasSize(asked + 1);
    assertThat(browser.get(path).body()).isEqualTo(shared);
    assertThat(header(browser.get("/de/", "Cookie", "session=good"), "Cache-Control"))
        .isEqualTo("private, no-store");
    // A secret that is none makes nobody a reader of their own.
    assertThat(header(browser.get(path, "Cookie", "session=old"), "Cache-Status"))
        .isEqualTo("voxpop; hit");
    house.articles.close();
    assertThat(browser.get(path, "Cookie", "session=good").body()).isEqualTo(shared);
  }
}
