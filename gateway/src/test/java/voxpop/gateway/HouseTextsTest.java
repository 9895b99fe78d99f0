package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import java.time.Instant;
import java.util.HashMap;
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
    browser = house.attentiveGateway();
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
    signIn();
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
    house.articles.on("GET /api/series", "{\"items\":[]}");
    house.articles.on("GET /api/menu", "{\"language\":\"de\",\"lines\":[]}");
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

  private void signIn() {
    house.articles.on(
        "POST /sessions/trades",
        a ->
            Told.ok(
                """
                {"token":"jwt","expiresAt":"%s","session":"%s","author":{"id":"%s","name":"ada","displayName":"Ada","roles":["editor"],"languages":[]}}\
                """
                    .formatted(Instant.now().plusSeconds(300), House.OTHER, House.OTHER)));
  }

  private static String token(String html) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(html);
    return token.find() ? token.group(1) : "";
  }

  @Test
  void the_menu_is_on_every_page_and_its_change_too() {
    house.articles.on("GET /menus", menus("Über uns"));
    wording("menu", "");
    await().until(() -> browser.get(PAGE).body().contains(">Über uns</a>"));
    assertThat(browser.get(PAGE).body())
        .contains(
            "<a href=\"/de/ueber-uns\">Über uns</a>",
            "<a href=\"/en/imprint\" lang=\"en\" dir=\"ltr\">Imprint</a>")
        .doesNotContain("Verborgen");
    assertThat(browser.get("/de/").body()).contains(">Über uns</a>");
    house.articles.on("GET /menus", menus("Wer wir sind"));
    wording("menu", "");
    await().until(() -> browser.get(PAGE).body().contains(">Wer wir sind</a>"));
  }

  private static String menus(String label) {
    return """
    {"languages":{"de":{"lines":[{"label":"%s","language":"de","kind":"page","target":"x","path":"/de/ueber-uns"},
      {"label":"Imprint","language":"en","kind":"page","target":"y","path":"/en/imprint"},
      {"label":"Verborgen","language":"de","kind":"page","target":"z","path":null}]}}}\
    """
        .formatted(label);
  }

  @Test
  void a_part_of_a_series_leads_to_its_neighbours_and_hears_of_new_ones() {
    house.articles.on("GET /pages" + PAGE, inSeries(2, "null"));
    assertThat(browser.get(PAGE).body())
        .contains(
            "<a href=\"/de/series/briefe\" lang=\"en\" dir=\"ltr\">Letters</a>", "Teil 1 von 2")
        .doesNotContain("rel=\"next\" href=\"/de/zwei\"");
    house.articles.on(
        "GET /pages" + PAGE,
        inSeries(3, "{\"language\":\"de\",\"slug\":\"zwei\",\"title\":\"Zwei\"}"));
    house.articles.tell(
        "voxpop.article",
        House.OTHER,
        "{\"article\":\"%s\",\"version\":1,\"status\":\"published\",\"series\":\"briefe\",\"editions\":[]}"
            .formatted(House.OTHER));
    await().until(() -> browser.get(PAGE).body().contains("Teil 1 von 3"));
    assertThat(browser.get(PAGE).body()).contains("rel=\"next\" href=\"/de/zwei\"");
    house.articles.on(
        "GET /listings/de",
        House.LISTING.replace("\"home\"", "\"series\"").replace("Neues", "Briefe"));
    var list = browser.get("/de/series/briefe");
    assertThat(list.body()).contains("<h1>Briefe</h1>", "Reihe");
    assertThat(house.articles.asked("/listings/de").getLast().query()).contains("series=briefe");
  }

  private static String inSeries(int parts, String next) {
    return page(
        "\"recommendations\"",
        "\"series\":{\"slug\":\"briefe\",\"name\":\"Letters\",\"language\":\"en\",\"part\":1,\"parts\":"
            + parts
            + ",\"previous\":null,\"next\":"
            + next
            + "},\"recommendations\"");
  }

  @Test
  void a_note_that_nobody_has_translated_is_marked_and_renewed_when_somebody_has() {
    house.articles.on(
        "GET /pages" + PAGE,
        page("\"Schreibt hier.\"", "\"Writes here.\",\"noteLanguage\":\"en\""));
    assertThat(browser.get(PAGE).body())
        .contains("<span lang=\"en\" dir=\"ltr\">Writes here.</span>");
    house.articles.on(
        "GET /pages" + PAGE,
        page("\"Schreibt hier.\"", "\"Schreibt hier.\",\"noteLanguage\":\"de\""));
    wording("note", "ada");
    await().until(() -> browser.get(PAGE).body().contains("<span>Schreibt hier.</span>"));
  }

  @Test
  void an_editor_writes_the_menu_and_a_series_and_an_author_their_note() {
    signIn();
    house.articles.on("GET /api/articles", "{\"items\":[],\"next\":null}");
    house.articles.on("GET /api/topics", "{\"items\":[{\"slug\":\"stadt\",\"name\":\"Stadt\"}]}");
    house.articles.on("GET /api/series", "{\"items\":[]}");
    house.articles.on(
        "GET /api/menu",
        a ->
            new Told(
                200,
                "{\"id\":null,\"language\":\"de\",\"originalLanguage\":null,\"revision\":0,\"lines\":[]}",
                Map.of("ETag", "\"0\"")));
    house.articles.on("PUT /api/menu", "{\"language\":\"de\",\"lines\":[]}");
    String form = browser.get("/studio/house/menu", "Cookie", "session=good").body();
    assertThat(form).contains("value=\"topic stadt\"");
    var lines = new HashMap<>(Map.of("language", "de", "etag", "\"0\"", "token", token(form)));
    lines.putAll(Map.of("place1", "2", "label1", "Stadt", "way1", "topic stadt"));
    lines.putAll(
        Map.of("place2", "1", "label2", "Quellen", "way2", "address", "address2", "/de/quellen"));
    lines.putAll(Map.of("place3", "3", "label3", " ", "way3", "address"));
    assertThat(browser.form("/studio/house/menu", lines, "Cookie", "session=good").statusCode())
        .isEqualTo(303);
    var sent = house.articles.asked("/api/menu").getLast();
    assertThat(sent.header("If-Match")).isEqualTo("\"0\"");
    assertThat(sent.body())
        .contains(
            "[{\"label\":\"Quellen\",\"kind\":\"address\",\"target\":\"/de/quellen\"},{\"label\":\"Stadt\",\"kind\":\"topic\",\"target\":\"stadt\"}]");

    house.articles.on(
        "GET /api/articles/by-slug/de/eins",
        "{\"id\":\"" + House.ARTICLE + "\",\"language\":\"de\",\"title\":\"Eins\"}");
    house.articles.on(
        "GET /api/articles/by-slug/de/nichts", a -> Told.problem(404, "not-found", ""));
    house.articles.on(
        "POST /api/series",
        "{\"id\":\"%s\",\"slug\":\"briefe\",\"name\":\"Briefe\",\"language\":\"de\",\"originalLanguage\":\"de\"}"
            .formatted(House.OTHER));
    var series =
        new HashMap<>(
            Map.of(
                "name",
                "Briefe",
                "language",
                "de",
                "articles",
                "/de/eins\r\n/de/nichts\r\n",
                "token",
                token(form)));
    var refused = browser.form("/studio/house/series/new", series, "Cookie", "session=good");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("/de/nichts", "value=\"Briefe\"");
    series.put("articles", "/de/eins\r\n" + House.OTHER);
    assertThat(
            browser.form("/studio/house/series/new", series, "Cookie", "session=good").statusCode())
        .isEqualTo(303);
    assertThat(house.articles.asked("/api/series").getLast().body())
        .contains("[\"" + House.ARTICLE + "\",\"" + House.OTHER + "\"]");

    house.articles.on(
        "GET /api/authors/ada",
        "{\"name\":\"ada\",\"displayName\":\"Ada\",\"note\":\"Alt.\",\"noteLanguage\":\"en\"}");
    house.articles.on("PUT /api/authors/ada/note", "{\"name\":\"ada\",\"displayName\":\"Ada\"}");
    assertThat(browser.get("/studio/note", "Cookie", "session=good").body())
        .contains(">Alt.</textarea>");
    var note = Map.of("note", "Neu.", "language", "de", "token", token(form));
    assertThat(header(browser.form("/studio/note", note, "Cookie", "session=good"), "Location"))
        .isEqualTo("/studio/note?done=settled");
    assertThat(house.articles.asked("/api/authors/ada/note").getLast().body())
        .contains("\"note\":\"Neu.\"", "\"language\":\"de\"");
  }
}
