package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.cookie;
import static voxpop.gateway.Browser.header;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** Commenting and recommending, and what tells one reader from another. */
class WritingTest {
  private static final String PAGE = "/de/hallo-welt";
  private static final String RECOMMENDATION = "/api/articles/" + House.ARTICLE + "/recommendation";

  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    house.comments.on("GET /api/challenges", a -> House.challenge());
    house.articles.on(
        "(PUT|DELETE) /api/articles/.*/recommendation", "{\"count\":2,\"recommended\":true}");
    house.articles.on("GET /api/articles/.*/recommendation", "{\"count\":2,\"recommended\":true}");
    browser = house.gateway();
    await().until(() -> house.articles.feedPolls() > 1 && house.comments.feedPolls() > 1);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static Map<String, String> typed() {
    return new TreeMap<>(
        Map.of(
            "name",
            "Grace <b>",
            "email",
            "g@example.org",
            "body",
            "Mein \"Text\" & mehr",
            "website",
            "",
            "url2",
            ""));
  }

  private static String field(String html, String name) {
    Matcher input = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(html);
    return input.find() ? input.group(1) : null;
  }

  private Map<String, String> second(Map<String, String> first, String answer) {
    String html = browser.form(PAGE + "/comments", first).body();
    first.put("token", field(html, "token"));
    first.put("key", field(html, "key"));
    first.put("answer", answer);
    return first;
  }

  @Test
  void the_first_step_shows_everything_typed_and_a_sum_and_stores_nothing() {
    var step = browser.form(PAGE + "/comments", typed());
    assertThat(step.statusCode()).isEqualTo(200);
    assertThat(step.body())
        .contains("Was ist 4 + 5?")
        .contains("Mein \"Text\" &amp; mehr")
        .contains("g@example.org");
    assertThat(field(step.body(), "key")).hasSize(43);
    assertThat(header(step, "Cache-Control")).contains("no-store");
    assertThat(step.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(
            house.comments.asked("/api/comments").stream().filter(a -> a.method().equals("POST")))
        .isEmpty();
  }

  @Test
  void the_page_itself_has_neither_sum_nor_key() {
    assertThat(browser.get(PAGE).body())
        .doesNotContain("name=\"key\"")
        .doesNotContain("name=\"token\"");
  }

  @Test
  void the_right_answer_leads_to_the_comment_with_the_readers_first_cookies() {
    house.comments.on("POST /api/comments", a -> Told.of(201, House.comment("Mein Text", "")));
    var stored = browser.form(PAGE + "/comments", second(typed(), " 9 "));
    assertThat(stored.statusCode()).isEqualTo(303);
    assertThat(header(stored, "Location")).isEqualTo(PAGE + "#comment-" + House.COMMENT);
    String set = String.join("\n", stored.headers().allValues("Set-Cookie"));
    assertThat(cookie(stored, "reader")).hasSize(22);
    assertThat(set)
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Lax")
        .doesNotContain("Secure");
    var posted =
        house.comments.asked("/api/comments").stream()
            .filter(a -> a.method().equals("POST"))
            .findFirst()
            .orElseThrow();
    assertThat(posted.body())
        .contains("\"answer\":\"9\"")
        .contains("Grace <b>")
        .doesNotContain("\"language\"");
    assertThat(posted.header("voxpop-reader")).isNotBlank().isNotEqualTo(cookie(stored, "reader"));
  }

  @Test
  void a_wrong_answer_shows_the_form_again_with_everything_and_a_new_sum() {
    house.comments.on(
        "POST /api/comments",
        a ->
            Told.problem(
                400,
                "challenge-wrong",
                "{\"field\":\"challenge.answer\",\"message\":\"That is not it.\"}"));
    var typed = second(typed(), "8");
    var again = browser.form(PAGE + "/comments", typed);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body())
        .contains("Mein \"Text\" &amp; mehr")
        .contains("Grace &lt;b>")
        .contains("g@example.org");
    assertThat(field(again.body(), "token")).isNotEqualTo(typed.get("token")).startsWith("t-");
    assertThat(again.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void a_form_key_that_is_not_ours_goes_back_to_the_first_step() {
    var typed = second(typed(), "9");
    typed.put("token", "another");
    var again = browser.form(PAGE + "/comments", typed);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(
            house.comments.asked("/api/comments").stream().filter(a -> a.method().equals("POST")))
        .isEmpty();
  }

  @Test
  void honeypots_are_handed_on_as_they_were_filled() {
    house.comments.on(
        "POST /api/comments",
        a -> Told.problem(400, "honeypot", "{\"field\":\"url2\",\"message\":\"x\"}"));
    var typed = typed();
    typed.put("url2", "http://spam.example");
    browser.form(PAGE + "/comments", second(typed, "9"));
    assertThat(house.comments.asked("/api/comments").getLast().body())
        .contains("\"url2\":\"http://spam.example\"");
  }

  @Test
  void who_has_just_written_sees_their_held_comment_at_any_gateway_and_nobody_else_does() {
    Browser second = house.gateway();
    browser.get(PAGE);
    second.get(PAGE);
    house.comments.on(
        "POST /api/comments", a -> Told.of(202, House.comment("Noch nicht", ",\"held\":true")));
    house.comments.on(
        "GET /api/comments",
        a ->
            a.header("voxpop-reader") == null
                ? Told.ok("{\"items\":[],\"next\":null,\"total\":0}")
                : Told.ok(
                    "{\"items\":["
                        + House.comment("Noch nicht", ",\"own\":true,\"held\":true")
                            .replace("published", "held")
                        + "],\"total\":0}"));
    var stored = browser.form(PAGE + "/comments", second(typed(), "9"));
    String cookies = "reader=" + cookie(stored, "reader") + "; fresh=" + cookie(stored, "fresh");
    for (Browser gateway : new Browser[] {browser, second}) {
      var own = gateway.get(PAGE, "Cookie", cookies);
      assertThat(own.body()).contains("Noch nicht");
      assertThat(header(own, "Cache-Control")).contains("no-store");
      assertThat(header(own, "ETag")).isNull();
      assertThat(gateway.get(PAGE).body()).doesNotContain("Noch nicht");
    }
    // A forged one, one of another article, and one that is over are ignored.
    String forged =
        cookie(stored, "fresh")
            .replaceFirst(".$", cookie(stored, "fresh").endsWith("A") ? "B" : "A");
    String elsewhere = cookie(stored, "fresh").replace(House.ARTICLE, House.OTHER);
    for (String bad :
        new String[] {forged, elsewhere, "x", House.ARTICLE + ".9999999999." + "A".repeat(43)}) {
      var page =
          browser.get(PAGE, "Cookie", "reader=" + cookie(stored, "reader") + "; fresh=" + bad);
      assertThat(header(page, "Cache-Control")).as(bad).isEqualTo("no-cache");
      assertThat(page.body()).doesNotContain("Noch nicht");
    }
  }

  @Test
  void recommending_by_form_counts_for_the_reader_who_is_made_by_it() {
    var done = browser.form(PAGE + "/recommendation", Map.of("recommended", "true"));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(header(done, "Location")).startsWith(PAGE);
    assertThat(cookie(done, "reader")).isNotNull();
    assertThat(cookie(done, "fresh")).startsWith(House.ARTICLE);
    var again =
        browser.form(
            PAGE + "/recommendation",
            Map.of("recommended", "true"),
            "Cookie",
            "reader=" + cookie(done, "reader"));
    assertThat(cookie(again, "reader")).isNull();
    var puts = house.articles.asked(RECOMMENDATION);
    assertThat(puts).extracting(StandIn.Asked::method).containsExactly("PUT", "PUT");
    assertThat(puts.get(0).header("voxpop-reader")).isEqualTo(puts.get(1).header("voxpop-reader"));
    browser.form(PAGE + "/recommendation", Map.of("recommended", "false"));
    assertThat(house.articles.asked(RECOMMENDATION).getLast().method()).isEqualTo("DELETE");
  }

  @Test
  void recommending_by_script_sets_the_same_cookies() {
    var done = browser.send("PUT", RECOMMENDATION, null);
    assertThat(done.body()).isEqualTo("{\"count\":2,\"recommended\":true}");
    assertThat(cookie(done, "reader")).hasSize(22);
    assertThat(cookie(done, "fresh")).startsWith(House.ARTICLE);
    assertThat(house.articles.asked(RECOMMENDATION).getFirst().header("voxpop-reader")).hasSize(43);
    assertThat(browser.get(RECOMMENDATION).headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void a_door_that_never_heard_the_site_does_not_wait_for_itself() {
    // one event loop: whoever waits on it is the one who would have to read the answer
    var done = cold().send("PUT", RECOMMENDATION, null);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(cookie(done, "reader")).hasSize(22);
    assertThat(cookie(done, "fresh")).startsWith(House.ARTICLE);
    house.articles.on("GET /site", a -> Told.problem(503, "unavailable", ""));
    var unknown = cold().send("PUT", RECOMMENDATION, null);
    assertThat(unknown.statusCode()).as("it was done").isEqualTo(200);
    assertThat(cookie(unknown, "fresh")).isNull();
  }

  private Browser cold() {
    return house.gateway("micronaut.netty.event-loops.default.num-threads", "1");
  }

  @Test
  void commenting_by_script_sets_the_same_cookies() {
    house.comments.on("POST /api/comments", a -> Told.of(202, House.comment("Text", "")));
    var done =
        browser.json(
            "POST",
            "/api/comments?language=de",
            "{\"article\":\"" + House.ARTICLE + "\",\"body\":\"x\"}");
    assertThat(done.statusCode()).isEqualTo(202);
    assertThat(done.body()).contains(House.COMMENT);
    assertThat(cookie(done, "reader")).hasSize(22);
    assertThat(cookie(done, "fresh")).startsWith(House.ARTICLE);
    assertThat(house.comments.asked("/api/comments").getLast().query()).isEqualTo("language=de");
    house.comments.on("POST /api/comments", a -> Told.problem(400, "challenge-wrong", ""));
    var refused = browser.json("POST", "/api/comments", "{}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("challenge-wrong");
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    assertThat(cookie(refused, "reader")).isNull();
    assertThat(browser.send("POST", "/api/comments", null).statusCode()).isEqualTo(400);
  }

  @Test
  void what_is_one_readers_comes_after_the_page() {
    var stranger = browser.get("/api/me?article=" + House.ARTICLE);
    assertThat(stranger.body())
        .isEqualTo(
            "{\"author\":null,\"reader\":false,\"recommended\":null,\"count\":null,\"held\":[]}");
    assertThat(header(stranger, "Cache-Control")).contains("no-store");
    house.discussion(
        0, House.comment("Noch nicht", ",\"own\":true,\"held\":true").replace("published", "held"));
    var reader =
        browser.get("/api/me?article=" + House.ARTICLE, "Cookie", "reader=AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(reader.body()).contains("\"recommended\":true").contains("Noch nicht");
    assertThat(browser.get("/api/me?article=x").statusCode()).isEqualTo(400);
  }

  @Test
  void cookies_are_secure_exactly_when_the_site_is_https() {
    house.site("https://blog.example");
    Browser secure = house.gateway();
    var done = secure.form(PAGE + "/recommendation", Map.of("recommended", "true"));
    assertThat(done.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allMatch(line -> line.contains("Secure"));
  }

  @Test
  void answering_a_comment_works_without_a_script() {
    house.comments.on("GET /api/comments/" + House.COMMENT, House.comment("Erste Meinung", ""));
    var form = browser.get(PAGE + "/comments?parent=" + House.COMMENT);
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("Erste Meinung").contains("Was ist 4 + 5?");
    assertThat(header(form, "Cache-Control")).contains("no-store");
    assertThat(header(browser.get(PAGE + "/comments"), "Location")).isEqualTo(PAGE + "#comments");
    assertThat(browser.get(PAGE + "/comments?after=c2").statusCode()).isEqualTo(200);
  }
}
