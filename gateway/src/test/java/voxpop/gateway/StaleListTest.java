package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** What a translator sees on entering the studio: what went stale in their own languages. */
class StaleListTest {
  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    house.articles.on("GET /api/articles", "{\"items\":[],\"next\":null}");
    house.translations.on("GET /api/translations", "{\"items\":[],\"next\":null}");
    house.translations.on("GET /api/translations/stale", list(7));
    house.translations.on("PUT /api/translations/stale/seen", a -> Told.of(204, ""));
    signIn("\"translator\"", "\"en\"");
    browser = house.gateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void signIn(String roles, String languages) {
    house.articles.on(
        "POST /sessions/trades",
        a ->
            Told.ok(
                """
                {"token":"jwt","expiresAt":"%s","session":"%s","author":{"id":"%s","name":"ada","displayName":"Ada","roles":[%s],"languages":[%s]}}\
                """
                    .formatted(
                        Instant.now().plusSeconds(300),
                        House.OTHER,
                        House.OTHER,
                        roles,
                        languages)));
  }

  private static String list(int unseen) {
    return """
    {"items":[{"article":"%s","title":"Die Brücke","sourceLanguage":"de","language":"en","segment":"%s","format":"html",
      "source":"Sie ist <em>alt</em>.","words":"Sie ist alt.","previousSource":"Sie ist neu.","since":"2026-05-04T12:00:00Z","unseen":true}],
     "unseen":%d,"newest":17,"next":"17"}\
    """
        .formatted(House.ARTICLE, House.OTHER, unseen);
  }

  private String page(String path) {
    var answer = browser.get(path, "Cookie", "session=geheim");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void the_bar_counts_it_and_the_list_leads_to_the_sentence_at_the_desk() {
    String page = page("/studio/translate");
    assertThat(page)
        .contains(">7</span>")
        .contains("7 Sätze überholt")
        .contains("Überholte Sätze")
        .contains("Sie ist alt.</a> <b class=\"new\">neu</b>")
        .contains(
            "href=\"/studio/translate/%s/en?at=%s#s-%s\""
                .formatted(House.ARTICLE, House.OTHER, House.OTHER))
        .contains("href=\"/studio/translate/stale\"");
    assertThat(house.translations.asked("/api/translations/stale/seen"))
        .extracting(StandIn.Asked::body)
        .containsExactly("{\"newest\":17}");
  }

  @Test
  void all_of_it_is_listed_in_parts_and_only_the_first_counts_as_looked_at() {
    assertThat(page("/studio/translate/stale")).contains("/studio/translate/stale?after=17");
    page("/studio/translate/stale?after=17");
    assertThat(house.translations.asked("/api/translations/stale/seen")).hasSize(1);
    assertThat(house.translations.asked("/api/translations/stale"))
        .anyMatch(asked -> asked.query().contains("after=17"));
  }

  @Test
  void other_pages_only_count_and_stay_whole_while_it_cannot_be_counted() {
    assertThat(page("/studio/")).contains(">7</span>");
    house.translations.on("GET /api/translations/stale", list(100));
    assertThat(page("/studio/")).contains(">99+</span>");
    assertThat(house.translations.asked("/api/translations/stale/seen")).isEmpty();
    house.translations.on("GET /api/translations/stale", a -> Told.problem(503, "unavailable", ""));
    assertThat(page("/studio/")).doesNotContain("class=\"news\"");
  }

  @Test
  void who_translates_into_no_language_is_not_asked_for() {
    signIn("\"editor\"", "");
    assertThat(page("/studio/translate")).doesNotContain("class=\"news\"");
    assertThat(house.translations.asked("/api/translations/stale")).isEmpty();
  }
}
