package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** What the house itself says on its pages, in the reader's language or marked with its own. */
class HouseTextsTest {
  private static final String PAGE = "/de/hallo-welt";
  private static final String TOPIC = "{\"slug\":\"stadt\",\"name\":\"Stadt\"}";

  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    browser = house.gateway();
    await().until(() -> house.articles.feedPolls() > 1 && house.comments.feedPolls() > 1);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String page(String from, String to) {
    return House.pageJson("de", "hallo-welt", "Hallo Welt", 1).replace(from, to);
  }

  private void wording(String kind, String address) {
    house.articles.tell(
        "voxpop.wording",
        House.OTHER,
        "{\"wording\":\"%s\",\"kind\":\"%s\",\"address\":\"%s\",\"version\":2}"
            .formatted(House.OTHER, kind, address));
  }

  @Test
  void a_page_of_the_house_has_no_day_no_applause_and_no_comments() {
    house.articles.on(
        "GET /pages" + PAGE, page("\"post\"", "\"page\"").replace("\"open\"", "\"closed\""));
    String html = browser.get(PAGE).body();
    assertThat(html)
        .contains("<h1>Hallo Welt</h1>", "Ein Absatz.", "hreflang=\"en\"")
        .doesNotContain(
            "class=\"byline\"", "class=\"talk\"", "/recommendation", "class=\"writer\"");
    house.articles.on(
        "GET /pages/de/anders", page("\"post\"", "\"page\"").replace("hallo-welt", "anders"));
    assertThat(browser.get("/de/anders").body()).contains("class=\"talk\"");
  }

  @Test
  void a_topic_that_nobody_has_translated_is_marked_with_its_language() {
    house.articles.on(
        "GET /pages" + PAGE,
        page(TOPIC, "{\"slug\":\"river\",\"name\":\"River\",\"language\":\"en\"}"));
    assertThat(browser.get(PAGE).body())
        .contains("<a href=\"/de/topic/river\" lang=\"en\" dir=\"ltr\">River</a>");
    house.articles.on(
        "GET /listings/de",
        House.LISTING.replace(
            "\"kind\":\"home\",\"title\":\"Neues\",\"note\":null",
            "\"kind\":\"topic\",\"title\":\"River\",\"note\":\"One.\\nTwo.\",\"saidIn\":\"en\""));
    assertThat(browser.get("/de/topic/river").body())
        .contains(
            "<h1 lang=\"en\" dir=\"ltr\">River</h1>",
            "<p lang=\"en\" dir=\"ltr\">One.</p>",
            "<p lang=\"en\" dir=\"ltr\">Two.</p>");
  }

  @Test
  void a_topic_that_is_called_otherwise_now_is_so_on_every_page_that_names_it() {
    assertThat(browser.get(PAGE).body()).contains(">Stadt</a>");
    house.articles.on("GET /pages" + PAGE, page(TOPIC, TOPIC.replace("Stadt", "Die Stadt")));
    wording("topic", "anderes");
    wording("topic", "stadt");
    await().until(() -> browser.get(PAGE).body().contains(">Die Stadt</a>"));
  }

  @Test
  void an_editor_names_a_topic_with_the_tag_it_was_read_with() {
    house.articles.on(
        "POST /sessions/trades",
        a ->
            Told.ok(
                """
                {"token":"jwt","expiresAt":"%s","session":"%s","author":{"id":"%s","name":"ada","displayName":"Ada","roles":["editor"],"languages":[]}}\
                """
                    .formatted(Instant.now().plusSeconds(300), House.OTHER, House.OTHER)));
    String text =
        """
        {"id":"%s","slug":"stadt","name":"%s","description":"Alles.","language":"%s","originalLanguage":"en",
         "origin":"original","status":"current","revision":3}\
        """;
    house.articles.on(
        "GET /api/topics/stadt",
        a ->
            a.query().contains("language=en")
                ? new Told(200, text.formatted(House.OTHER, "City", "en"), Map.of("ETag", "\"3\""))
                : Told.ok(text.formatted(House.OTHER, "Stadt", "de")));
    house.articles.on("GET /api/topics", "{\"items\":[{\"slug\":\"stadt\",\"name\":\"Stadt\"}]}");
    house.articles.on("GET /api/articles", "{\"items\":[],\"next\":null}");
    house.articles.on(
        "PUT /api/topics/stadt",
        a ->
            a.body().contains("nichts")
                ? Told.problem(400, "invalid", "")
                : Told.ok(text.formatted(House.OTHER, "Town", "en")));
    assertThat(browser.get("/studio/house", "Cookie", "session=good").body())
        .contains("/studio/house/topics/stadt", "/studio/write?kind=page");
    String form = browser.get("/studio/house/topics/stadt", "Cookie", "session=good").body();
    assertThat(form).contains("value=\"City\"", "/studio/translate/" + House.OTHER);
    var typed =
        Map.of(
            "name",
            "Town",
            "description",
            "Alles.",
            "language",
            "en",
            "etag",
            "\"3\"",
            "token",
            token(form));
    assertThat(
            header(
                browser.form("/studio/house/topics/stadt", typed, "Cookie", "session=good"),
                "Location"))
        .isEqualTo("/studio/house?done=settled");
    assertThat(house.articles.asked("/api/topics/stadt").getLast().header("If-Match"))
        .isEqualTo("\"3\"");
    var refused =
        browser.form(
            "/studio/house/topics/stadt",
            Map.of("name", "nichts", "language", "en", "token", token(form)),
            "Cookie",
            "session=good");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("value=\"nichts\"");
  }

  private static String token(String html) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(html);
    return token.find() ? token.group(1) : "";
  }
}
