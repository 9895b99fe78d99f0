package voxpop.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** A part is away: what still works, what is said, and that it recovers by itself. */
class FaultTest {
  private static final String PAGE = "/de/hallo-welt";
  private static final String AWAY = "Kommentare sind";

  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    browser = house.attentiveGateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_last_good_page_is_served_while_article_service_is_away() {
    browser.get(PAGE);
    browser.get("/de/");
    house.articles.close();
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
    assertThat(browser.get("/de/").statusCode()).isEqualTo(200);
    await().until(() -> header(browser.get(PAGE), "Cache-Status").contains("stale"));
    assertThat(browser.get(PAGE).body()).contains("Hallo Welt");
    var unseen = browser.get("/de/nie-gesehen");
    assertThat(unseen.statusCode()).isEqualTo(503);
    assertThat(unseen.body()).contains("<html").doesNotContain("Exception");
    assertThat(header(unseen, "Retry-After")).isNotEmpty();

    house.page("de", "hallo-welt", "Wieder da", 1);
    house.articles.start();
    await().until(() -> browser.get(PAGE).body().contains("Wieder da"));
    await().until(() -> header(browser.get(PAGE), "Cache-Status").equals("voxpop; hit"));
  }

  @Test
  void an_edited_page_that_cannot_be_rendered_anew_is_served_old() {
    browser.get(PAGE);
    house.articles.on("GET /pages/.*", a -> Told.problem(503, "unavailable", ""));
    house.articleChanged("published");
    await().until(() -> header(browser.get(PAGE), "Cache-Status").contains("stale"));
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void a_page_without_comments_says_so_and_soon_has_them_again() {
    house.discussion(1, House.comment("Guter Text!", ""));
    house.comments.slow("/api/comments", 20_000);
    long start = System.nanoTime();
    var partial = browser.get(PAGE);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(partial.statusCode()).isEqualTo(200);
    assertThat(partial.body()).contains("Ein Absatz").doesNotContain("Guter Text!").contains(AWAY);
    house.comments.slow("/api/comments", 0);
    await().until(() -> browser.get(PAGE).body().contains("Guter Text!"));
  }

  @Test
  void comment_service_stopped_leaves_the_article_readable() {
    house.comments.close();
    var page = browser.get(PAGE);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Ein Absatz").contains(AWAY);
    house.comments.start();
    await().until(() -> !browser.get(PAGE).body().contains(AWAY));
  }

  @Test
  void translation_service_stopped_is_not_noticed_by_readers_and_told_to_programs() {
    house.translations.close();
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
    await()
        .during(6, SECONDS)
        .until(() -> !header(browser.get(PAGE), "Cache-Status").contains("stale"));
    var asked = browser.json("POST", "/api/translations/" + House.ARTICLE + "/en", "{}");
    assertThat(asked.statusCode()).isEqualTo(503);
    assertThat(header(asked, "Content-Type")).startsWith("application/problem+json");
    assertThat(header(asked, "Retry-After")).isNotEmpty();
    house.translations.on("POST /api/translations/.*", a -> Told.of(202, "{}"));
    house.translations.start();
    await()
        .until(
            () ->
                browser
                        .json("POST", "/api/translations/" + House.ARTICLE + "/en", "{}")
                        .statusCode()
                    == 202);
  }

  @Test
  void what_was_typed_is_not_lost_when_comments_are_away() {
    browser.get(PAGE);
    house.comments.close();
    var answer =
        browser.form(
            PAGE + "/comments",
            Map.of("name", "Grace", "email", "g@example.org", "body", "Mein langer Text"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Mein langer Text").contains("g@example.org");
  }

  @Test
  void a_404_opens_no_breaker() {
    for (int i = 0; i < 20; i++) {
      assertThat(browser.get("/de/gibt-es-nicht-" + i).statusCode()).isEqualTo(404);
    }
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
  }
}
