package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/**
 * The studio's forms without a script: what is done, what is refused, and that nothing typed is
 * lost.
 */
class StudioTest {
  private static final String ID = House.ARTICLE;
  private static final String SEGMENT = House.OTHER;
  private static final String BENCH = "/studio/translate/" + ID + "/en";

  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    house.articles.on(
        "POST /sessions/trades",
        a ->
            Told.ok(
                """
                {"token":"jwt","expiresAt":"%s","session":"%s","author":{"id":"%s","name":"ada","displayName":"Ada","roles":["administrator"],"languages":[]}}\
                """
                    .formatted(Instant.now().plusSeconds(300), House.OTHER, House.OTHER)));
    house.articles.on(
        "GET /api/articles/" + ID + "/draft",
        a ->
            new Told(
                200,
                """
                {"article":"%s","language":"de","title":"Alt","body":"Was *sie* schrieb","format":"markdown","topics":["Stadt"],
                 "comments":"open","revision":2,"publishedRevision":1,"status":"published"}\
                """
                    .formatted(ID),
                Map.of("ETag", "\"2\"")));
    house.articles.on("GET /api/articles/" + ID + "/revisions", "{\"items\":[]}");
    house.articles.on("POST /api/articles/preview", "{\"html\":\"<p>Vorschau</p>\"}");
    house.articles.on("PUT /api/articles/" + ID + "/publication", "{}");
    house.translations.on("GET /api/translations/" + ID + "/en", WORKBENCH.formatted(SEGMENT));
    browser = house.gateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoever_signs_in_gets_a_cookie_and_goes_where_they_were_going() {
    house.articles.on(
        "POST /sessions",
        a ->
            a.body().contains("richtig")
                ? Told.of(
                    201,
                    "{\"secret\":\"geheim\",\"author\":{\"id\":\"" + ID + "\",\"name\":\"ada\"}}")
                : Told.problem(401, "unauthorized", ""));
    String token = token(browser.get("/studio/sign-in?to=%2Fstudio%2Fmoderate"));
    var wrong =
        browser.form(
            "/studio/sign-in",
            Map.of(
                "email",
                "ada@example.org",
                "password",
                "falsch",
                "to",
                "/studio/moderate",
                "token",
                token));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body())
        .contains("E-Mail-Adresse oder Passwort stimmen nicht")
        .contains("ada@example.org");
    var right =
        browser.form(
            "/studio/sign-in",
            Map.of(
                "email",
                "ada@example.org",
                "password",
                "richtig",
                "to",
                "/studio/moderate",
                "token",
                token));
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(header(right, "Location")).isEqualTo("/studio/moderate");
    assertThat(Browser.cookie(right, "session")).isEqualTo("geheim");
    var elsewhere =
        browser.form(
            "/studio/sign-in",
            Map.of(
                "email", "a@b.de", "password", "richtig", "to", "//evil.example/", "token", token));
    assertThat(header(elsewhere, "Location")).isEqualTo("/studio/");
  }

  @Test
  void a_form_without_its_token_does_nothing() {
    var answer =
        post(
            "/studio/write/" + ID,
            Map.of("title", "T", "body", "B", "etag", "\"2\"", "act", "save", "token", "forged"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(house.articles.asked("/api/articles/" + ID)).isEmpty();
  }

  @Test
  void a_text_is_saved_with_the_tag_it_was_read_with_and_published() {
    house.articles.on(
        "PUT /api/articles/" + ID,
        a -> Told.ok("{\"id\":\"" + ID + "\",\"language\":\"de\",\"title\":\"T\"}"));
    var answer =
        post("/studio/write/" + ID, typed(Map.of("body", "Zeile\r\nzwei", "act", "publish")));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/studio/write/" + ID + "?done=published");
    var saved = house.articles.asked("/api/articles/" + ID).getFirst();
    assertThat(saved.header("if-match")).isEqualTo("\"2\"");
    assertThat(saved.body()).contains("Zeile\\nzwei").contains("[\"Stadt\",\"Fluss\"]");
    assertThat(house.articles.asked("/api/articles/" + ID + "/publication")).hasSize(1);
  }

  @Test
  void publishing_a_text_that_is_as_it_was_makes_no_new_revision() {
    var asItWas =
        Map.of(
            "title",
            "Alt",
            "body",
            "Was *sie* schrieb",
            "topics",
            "Stadt",
            "comments",
            "open",
            "act",
            "publish");
    assertThat(post("/studio/write/" + ID, typed(asItWas)).statusCode()).isEqualTo(303);
    assertThat(house.articles.asked("/api/articles/" + ID)).isEmpty();
    assertThat(house.articles.asked("/api/articles/" + ID + "/publication")).hasSize(1);
  }

  @Test
  void where_somebody_was_faster_both_texts_are_shown_and_the_next_save_goes_over_theirs() {
    house.articles.on("PUT /api/articles/" + ID, a -> Told.problem(412, "precondition-failed", ""));
    var answer =
        post("/studio/write/" + ID, typed(Map.of("etag", "\"1\"", "body", "Was ich schrieb")));
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.body())
        .contains("Was *sie* schrieb")
        .contains("Was ich schrieb")
        .contains("name=\"etag\" value=\"&#34;2&#34;\"");
  }

  @Test
  void what_a_service_refuses_or_is_away_for_is_shown_again_as_typed() {
    house.articles.on(
        "PUT /api/articles/" + ID,
        a -> Told.problem(400, "invalid", "{\"field\":\"topics[0]\",\"message\":\"has no name\"}"));
    var refused = post("/studio/write/" + ID, typed(Map.of("body", "Mein <Text>")));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Mein &lt;Text&gt;").contains("has no name");
    String token = token();
    house.articles.close();
    var away =
        post("/studio/write/" + ID, with(typed(Map.of("body", "Mein <Text>")), "token", token));
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("Mein &lt;Text&gt;").contains("gerade nicht erreichbar");
  }

  @Test
  void a_segment_is_approved_with_its_version_and_the_desk_goes_on_to_the_next() {
    house.translations.on(
        "PUT .*/segments/.*",
        "{\"id\":\"" + SEGMENT + "\",\"source\":\"S\",\"state\":\"approved\",\"version\":8}");
    var form =
        Map.of(
            "text",
            "A sentence",
            "version",
            "7",
            "act",
            "approve",
            "next",
            ID,
            "state",
            "stale",
            "token",
            token());
    var answer = post(BENCH + "/segments/" + SEGMENT, form);
    assertThat(header(answer, "Location")).isEqualTo(BENCH + "?state=stale#s-" + ID);
    var sent =
        house.translations.asked("/api/translations/" + ID + "/en/segments/" + SEGMENT).getFirst();
    assertThat(sent.header("if-match")).isEqualTo("\"7\"");
    assertThat(sent.body()).contains("\"approve\":true").contains("A sentence");
  }

  @Test
  void a_refused_segment_keeps_what_was_typed_and_says_why() {
    house.translations.on(
        "PUT .*/segments/.*",
        a ->
            Told.problem(
                400, "invalid", "{\"field\":\"text\",\"message\":\"The number 14 is missing.\"}"));
    var form = Map.of("text", "My own words", "version", "7", "act", "approve", "token", token());
    var answer = post(BENCH + "/segments/" + SEGMENT, form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("My own words").contains("The number 14 is missing.");
    house.translations.close();
    var away = post(BENCH + "/segments/" + SEGMENT, form);
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("My own words");
  }

  @Test
  void why_a_text_is_refused_is_said_in_the_studios_language() {
    house.translations.on(
        "PUT .*/segments/.*",
        a ->
            Told.problem(
                400,
                "invalid",
                """
                {"field":"text","message":"“14” of the source is missing.","code":"part-missing","parameters":{"part":"14"}}\
                """));
    var form = Map.of("text", "My own words", "version", "7", "act", "approve", "token", token());
    assertThat(post(BENCH + "/segments/" + SEGMENT, form).body())
        .contains("„14“ aus dem Original fehlt.")
        .doesNotContain("of the source is missing");
    house.translations.on(
        "GET /api/translations/" + ID + "/en",
        WORKBENCH
            .formatted(SEGMENT)
            .replace(
                "\"target\":null",
                """
                "target":null,"failure":"In English.","reasons":[{"code":"tags-lost","parameters":{}},
                 {"code":"term-keep","parameters":{"term":"Lohe","translation":"Lohe"}},{"code":"other","parameters":{"message":"Choked."}}]\
                """));
    var desk = browser.get(BENCH, "Cookie", "session=good", "Accept-Language", "fr");
    assertThat(desk.body())
        .contains("a perdu, doublé ou croisé", "« Lohe » doit rester tel quel.", "Choked.")
        .contains("data-part-missing=\"« {part} » de l’original manque.\"")
        .doesNotContain("In English.");
  }

  @Test
  void the_desk_opens_although_the_other_services_are_away() {
    house.comments.close();
    house.translations.close();
    var desk = browser.get("/studio/", "Cookie", "session=good");
    assertThat(desk.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    return browser.form(path, form, "Cookie", "session=good", "Accept-Language", "de");
  }

  private Map<String, String> typed(Map<String, String> fields) {
    var form =
        new HashMap<>(
            Map.of(
                "title",
                "Titel",
                "language",
                "de",
                "format",
                "markdown",
                "topics",
                "Stadt, Fluss"));
    form.putAll(Map.of("etag", "\"2\"", "act", "save"));
    form.putAll(fields);
    form.putIfAbsent("token", remembered == null ? token() : remembered);
    return form;
  }

  private String remembered;

  private String token() {
    remembered = token(browser.get("/studio/write", "Cookie", "session=good"));
    return remembered;
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    var more = new HashMap<>(form);
    more.put(name, value);
    return more;
  }

  private static String token(HttpResponse<String> page) {
    var field = Pattern.compile("name=\"token\" value=\"([^\"]*)\"").matcher(page.body());
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private static final String WORKBENCH =
      """
      {"article":"01890a5d-ac96-774b-bcce-b302099a8057","language":"en","sourceLanguage":"de","title":"Alt","published":false,
       "counts":{"approved":0,"draft":0,"machine":0,"stale":0,"missing":1},"engine":false,
       "segments":[{"id":"%s","source":"Ein Satz mit 14.","target":null,"state":"missing","version":7,"kind":"text","format":"html"}]}\
      """;
}
