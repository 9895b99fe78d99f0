package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;

/** How somebody is spoken and written to: in the account, and by a mail's own way out. */
class AccountTest {
  private static final String PREFERENCES = "/api/authors/" + House.OTHER + "/preferences";
  private static final String TOKEN = "kTj3_the-token-of-a-mail";

  private House house;
  private Browser browser;
  private volatile String chosen = "null";

  @BeforeEach
  void open() {
    house = new House();
    house.articles.on(
        "POST /sessions/trades",
        a ->
            Told.ok(
                """
                {"token":"jwt","expiresAt":"%s","session":"%s","language":%s,
                 "author":{"id":"%s","name":"ada","displayName":"Ada","roles":["administrator"],"languages":[]}}\
                """
                    .formatted(Instant.now().plusSeconds(300), House.OTHER, chosen, House.OTHER)));
    house.articles.on(
        "GET " + PREFERENCES,
        a -> Told.ok("{\"language\":" + chosen + ",\"digest\":true,\"refused\":\"550 5.1.1\"}"));
    house.articles.on(
        "PUT " + PREFERENCES,
        a -> {
          chosen = "\"fr\"";
          return Told.ok("{\"language\":\"fr\",\"digest\":false,\"refused\":null}");
        });
    house.articles.on(
        "POST /translators/unsubscriptions",
        a -> a.body().contains(TOKEN) ? Told.of(204, "") : Told.problem(404, "not-found", ""));
    browser = house.gateway();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse<String> get(String path) {
    return browser.get(path, "Cookie", "session=geheim", "Accept-Language", "de");
  }

  @Test
  void the_account_says_what_the_mail_server_said_and_its_language_counts_at_once() {
    var account = get("/studio/account");
    assertThat(account.body()).contains("Dein Konto", "(550 5.1.1)", "name=\"digest\" checked");
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(account.body());
    assertThat(token.find()).isTrue();
    var settled =
        browser.form(
            "/studio/account",
            Map.of("language", "fr", "token", token.group(1)),
            "Cookie",
            "session=geheim");
    assertThat(settled.statusCode()).isEqualTo(303);
    assertThat(house.articles.asked(PREFERENCES).getLast().body())
        .contains("\"language\":\"fr\"", "\"digest\":false");
    assertThat(get("/studio/account").body()).contains("Votre compte");
  }

  @Test
  void a_mail_program_ends_the_mails_by_one_request_without_cookies_or_redirect() {
    for (String type :
        new String[] {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
      String body =
          type.startsWith("multipart")
              ? "--x\r\n"
                  + "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                  + "One-Click\r\n"
                  + "--x--\r\n"
              : "List-Unsubscribe=One-Click";
      var answer = browser.send("POST", "/mail/unsubscribe/" + TOKEN, body, "Content-Type", type);
      assertThat(answer.statusCode()).as(type + answer.body()).isEqualTo(200);
      assertThat(Browser.header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(house.articles.asked("/translators/unsubscriptions"))
        .hasSize(2)
        .allMatch(asked -> asked.body().equals("{\"token\":\"" + TOKEN + "\"}"));
  }

  @Test
  void a_person_sees_a_button_first_and_another_page_cannot_press_it() {
    var page = browser.get("/mail/unsubscribe/" + TOKEN, "Accept-Language", "fr");
    assertThat(page.body())
        .contains("Plus de courriels", "action=\"/mail/unsubscribe/" + TOKEN + "\"");
    assertThat(house.articles.asked("/translators/unsubscriptions")).isEmpty();
    var elsewhere =
        browser.form("/mail/unsubscribe/" + TOKEN, Map.of(), "Sec-Fetch-Site", "cross-site");
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    var unknown = browser.form("/mail/unsubscribe/another", Map.of());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("niemand (mehr) Mails");
  }

  @Test
  void the_settings_tell_an_administrator_whether_mails_are_sent() {
    house.articles.on(
        "GET /api/site",
        a ->
            Told.ok(
                """
                {"name":"S","tagline":"","address":"http://localhost","language":"de","languages":["de"],
                 "timeZone":"Europe/Berlin","machineEditions":"reviewed","comments":"open","version":1}\
                """));
    house.translations.on(
        "GET /api/translations/mail",
        "{\"on\":false,\"sentAt\":null,\"failure\":null,\"failedAt\":null}");
    assertThat(get("/studio/settings").body()).contains("<code>VOXPOP_MAIL_HOST</code>");
    house.translations.on(
        "GET /api/translations/mail",
        "{\"on\":true,\"sentAt\":null,\"failure\":\"sign-in\",\"failedAt\":\"2026-05-04T12:00:00Z\"}");
    assertThat(get("/studio/settings").body())
        .contains("<code>sign-in</code>")
        .doesNotContain("VOXPOP_MAIL_HOST");
  }

  @Test
  void a_mails_link_leads_to_its_sentence_after_signing_in() {
    String desk = "/studio/translate/" + House.ARTICLE + "/fr?at=" + House.OTHER;
    var door = browser.get(desk);
    assertThat(door.statusCode()).isEqualTo(303);
    var form = browser.get(Browser.header(door, "Location"));
    assertThat(form.body()).contains("name=\"to\" value=\"" + desk + "\"");
  }
}
