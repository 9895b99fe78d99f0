package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** The addresses for people. */
class PageTest {
  private static House house;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    browser = house.gateway();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void the_bare_address_sends_everybody_to_their_language() {
    var byBrowser = browser.get("/", "Accept-Language", "en-US,en;q=0.8,de;q=0.5");
    assertThat(byBrowser.statusCode()).isEqualTo(302);
    assertThat(header(byBrowser, "Location")).isEqualTo("/en/");
    assertThat(header(byBrowser, "Vary")).contains("Accept-Language").contains("Cookie");
    assertThat(header(byBrowser, "Cache-Control")).contains("no-store");
    assertThat(
            header(browser.get("/", "Cookie", "language=fi", "Accept-Language", "en"), "Location"))
        .isEqualTo("/fi/");
    assertThat(header(browser.get("/", "Accept-Language", "ja"), "Location")).isEqualTo("/de/");
    assertThat(header(browser.get("/", "Accept-Language", ";;q=,*"), "Location")).isEqualTo("/de/");
    var chosen = browser.get("/?language=fi");
    assertThat(header(chosen, "Location")).isEqualTo("/fi/");
    assertThat(Browser.cookie(chosen, "language")).isEqualTo("fi");
  }

  @Test
  void the_front_page_and_the_article_are_pages() {
    var front = browser.get("/de/");
    assertThat(front.statusCode()).isEqualTo(200);
    assertThat(header(front, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(front.body()).contains("Hallo &lt;Welt&gt; &amp; alle");
    var article = browser.get("/de/hallo-welt");
    assertThat(article.statusCode()).isEqualTo(200);
    assertThat(article.body()).contains("Hallo Welt").contains("<p>Ein Absatz.</p>");
    assertThat(header(browser.get("/de"), "Location")).isEqualTo("/de/");
    assertThat(browser.get("/de").statusCode()).isEqualTo(301);
  }

  @Test
  void topics_authors_and_searches_are_lists() {
    assertThat(browser.get("/de/topic/stadt").statusCode()).isEqualTo(200);
    assertThat(browser.get("/de/author/ada").statusCode()).isEqualTo(200);
    assertThat(browser.get("/de/search").statusCode()).isEqualTo(200);
    assertThat(browser.get("/de/search?q=Welt").body()).contains("Hallo &lt;Welt&gt;");
    assertThat(house.articles.asked("/listings/de").stream().map(StandIn.Asked::query).toList())
        .anyMatch(q -> q.contains("topic=stadt"))
        .anyMatch(q -> q.contains("author=ada"))
        .anyMatch(q -> q.contains("q=Welt"));
  }

  @Test
  void an_old_slug_answers_301() {
    house.articles.on(
        "GET /pages/de/alt", "{\"state\":\"moved\",\"language\":\"de\",\"slug\":\"hallo-welt\"}");
    var moved = browser.get("/de/alt");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(header(moved, "Location")).isEqualTo("/de/hallo-welt");
  }

  @Test
  void what_is_missing_or_withdrawn_is_told_in_the_readers_language() {
    house.articles.on("GET /pages/de/weg", "{\"state\":\"gone\"}");
    var gone = browser.get("/de/weg");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("<html").contains("lang=\"de\"");
    var missing = browser.get("/en/nothing-here");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is no such page");
    assertThat(browser.get("/xx/").statusCode()).isEqualTo(404);
    assertThat(browser.get("/de/wp-login.php").statusCode()).isEqualTo(404);
    assertThat(browser.get("/a/b/c/d").statusCode()).isEqualTo(404);
    assertThat(house.articles.asked("/pages/de/wp-login.php")).isEmpty();
  }

  @Test
  void a_control_character_is_in_no_address() {
    for (String path :
        new String[] {
          "/de/a%00b", "/de/series/a%00b", "/de/topic/%1f", "/de/author/a%0d%0ab", "/%00/"
        }) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void errors_of_the_api_are_problems() {
    var missing = browser.get("/api/nothing");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Content-Type")).startsWith("application/problem+json");
    house.articles.on("GET /api/articles/x", a -> Told.problem(404, "not-found", ""));
    assertThat(browser.get("/api/articles/x").body()).contains("/problems/not-found");
  }

  @Test
  void every_answer_tells_browsers_what_not_to_do() {
    for (String path : new String[] {"/", "/de/", "/de/nothing", "/api/nothing", "/api/site"}) {
      var answer = browser.get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("script-src 'self' 'sha256-")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe")
          .doesNotContain("nonce");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isNotEmpty();
      assertThat(header(answer, "Permissions-Policy")).isNotEmpty();
      assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }
  }

  @Test
  void the_header_names_the_languages_that_the_head_names() {
    var answer = browser.get("/de/hallo-welt");

    assertThat(header(answer, "Link"))
        .isEqualTo(
            "<http://localhost:8080/de/hallo-welt>; rel=\"alternate\"; hreflang=\"de\","
                + " <http://localhost:8080/en/hello-world>; rel=\"alternate\"; hreflang=\"en\","
                + " <http://localhost:8080/de/hallo-welt>; rel=\"alternate\";"
                + " hreflang=\"x-default\"");
    assertThat(answer.body())
        .contains("hreflang=\"x-default\" href=\"http://localhost:8080/de/hallo-welt\"");
    assertThat(header(browser.get("/de/"), "Link"))
        .endsWith("<http://localhost:8080/>; rel=\"alternate\"; hreflang=\"x-default\"");
  }
}
