package voxpop.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import voxpop.kit.test.Http;

/** Every form of the house and of translators filled in a real browser, and what readers get. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HouseAtTheStudioTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MARK = UUID.randomUUID().toString().substring(0, 6);

  private final Http admin = Platform.get().administrator();
  private Browser browser;
  private Page editor;
  private Page reader;
  private String first;
  private String second;

  @BeforeAll
  void open() {
    browser = new Browser();
    editor = browser.person();
    reader = browser.person();
    signIn(editor, Platform.get().mail(), Platform.get().password());
    first = published("de", "Quelle " + MARK, "Wasser tritt aus.");
    second = published("de", "Bach " + MARK, "Wasser läuft davon.");
  }

  @AfterAll
  void close() {
    admin.put("/api/menu", Map.of("lines", List.of()));
    if (browser != null) browser.close();
  }

  @Test
  @Order(1)
  void a_page_of_the_house_is_written() {
    editor.navigate("/studio/house");
    editor.click("#pages ~ p a.button");
    editor.fill("#title", "Wer wir sind " + MARK);
    editor.fill("#body", "Wir wohnen am Wasser.");
    editor.selectOption("#language", "de");
    editor.click("button[value=publish]");
    editor.waitForURL("**/studio/write/*?done=*");
    soon("/de/wer-wir-sind-" + MARK, ".text", "Wir wohnen am Wasser.");
    assertThat(reader.locator(".byline")).hasCount(0);
  }

  @Test
  @Order(2)
  void two_articles_become_a_series() {
    editor.navigate("/studio/house/series/new");
    editor.fill("#name", "Flusslauf " + MARK);
    editor.fill("#description", "Von oben nach unten.");
    editor.selectOption("#language", "de");
    editor.fill("#articles", "/de/quelle-" + MARK + "\n" + second);
    save();
    editor.waitForURL("**/studio/house?done=*");
    soon("/de/series/flusslauf-" + MARK, "main", "Von oben nach unten.");
    soon("/de/quelle-" + MARK, "main", "Flusslauf " + MARK);
    assertThat(reader.locator("a[rel=next]").first())
        .hasAttribute("href", Pattern.compile(".*/de/bach-" + MARK));
  }

  @Test
  @Order(3)
  void a_topic_gets_another_name_and_says_what_it_is_about() {
    editor.navigate("/studio/house/topics/wasser-" + MARK);
    editor.fill("#name", "Gewässer " + MARK);
    editor.fill("#description", "Was fließt und steht.");
    save();
    editor.waitForURL("**/studio/house?done=*");
    soon("/de/topic/wasser-" + MARK, "main", "Was fließt und steht.");
    assertThat(reader.locator("h1")).hasText("Gewässer " + MARK);
    soon("/de/search?q=Gew%C3%A4sser+" + MARK, "main", "Quelle " + MARK);
  }

  @Test
  @Order(4)
  void the_menu_leads_there() {
    editor.navigate("/studio/house/menu");
    int last = editor.locator("main fieldset").count();
    editor.fill("#label" + last, "Wir " + MARK);
    Locator way = editor.locator("#way" + last);
    way.selectOption(
        way.locator("option")
            .filter(new Locator.FilterOptions().setHasText("Wer wir sind " + MARK))
            .getAttribute("value"));
    save();
    editor.waitForURL("**/studio/house?done=*");
    soon("/de/", "body", "Wir " + MARK);
    reader.click("text=Wir " + MARK);
    assertThat(reader).hasURL(Pattern.compile(".*/de/wer-wir-sind-" + MARK));
  }

  @Test
  @Order(5)
  void a_writer_says_something_about_themself_and_how_they_want_to_be_spoken_to() {
    editor.navigate("/studio/");
    editor.click(".rail a[href='/studio/account']");
    editor.click("main a[href='/studio/note']");
    editor.fill("#note", "Wohnt am Wasser " + MARK + ".");
    editor.selectOption("#language", "de");
    save();
    soon("/de/quelle-" + MARK, "main", "Wohnt am Wasser " + MARK);
    editor.click("main a[href='/studio/account']");
    for (String[] tongue : new String[][] {{"fr", "Votre compte"}, {"de", "Dein Konto"}}) {
      editor.selectOption("#language", tongue[0]);
      save();
      assertThat(editor.locator("h1")).hasText(tongue[1]);
    }
    boolean wanted = editor.isChecked("[name=digest]");
    editor.setChecked("[name=digest]", !wanted);
    save();
    assertThat(editor.locator("[name=digest]")).isChecked(checked(!wanted));
    editor.setChecked("[name=digest]", wanted);
    editor.selectOption("#language", "");
    save();
    assertThat(editor.locator("[name=digest]")).isChecked(checked(wanted));
  }

  @Test
  @Order(6)
  void a_machines_work_is_held_goes_on_and_is_ended() {
    RealPart.needed("apertium-apy");
    String text =
        IntStream.range(0, 600)
            .mapToObj(i -> "The boat number " + i + MARK + " is in the water.")
            .collect(Collectors.joining(" "));
    String article = published("en", "Boats " + MARK, text);
    String way = "/api/translations/" + article + "/es";
    await().atMost(SOON).until(() -> admin.get(way).status() == 200);
    Http.Answer asked =
        await().atMost(SOON).until(() -> admin.post(way, Map.of()), job -> job.status() == 202);
    editor.navigate(asked.header("Location").replace("/api/translations/", "/studio/translate/"));
    Locator job = editor.locator("div.job");
    editor.click("button[value=pause]");
    assertThat(job).hasAttribute("data-state", "paused");
    editor.click("button[value=resume]");
    assertThat(job).hasAttribute("data-state", Pattern.compile("running|queued|waiting"));
    editor.click("button[value=cancel]");
    assertThat(job).hasAttribute("data-state", "cancelled");
    editor.navigate("/studio/translate/jobs");
    assertThat(editor.locator("tbody tr").first()).containsText("Boats " + MARK);
  }

  @Test
  @Order(7)
  void what_went_stale_is_listed_for_its_translator_and_mended_from_there() {
    approveInSpanish(first);
    soon("/es/es-quelle-" + MARK, ".text", "ES Wasser tritt aus.");
    Page translator = translator("es");
    change(first, "Quelle " + MARK, "Wasser tritt leise aus.");
    Locator stale = translator.locator(".stale-list >> text=Wasser tritt leise aus.");
    await()
        .atMost(SOON)
        .until(
            () -> {
              translator.navigate("/studio/translate/stale");
              return stale.count() == 1;
            });
    stale.click();
    Locator row = translator.locator("form.row.is-stale");
    assertThat(row).hasCount(1);
    row.locator("textarea").fill("El agua sale en silencio.");
    translator.keyboard().press("Control+Enter");
    soon("/es/es-quelle-" + MARK, ".text", "El agua sale en silencio.");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void signIn(Page page, String mail, String password) {
    page.navigate("/studio/");
    page.fill("#email", mail);
    page.fill("#password", password);
    page.click(".door form button");
    page.waitForURL("**/studio/");
  }

  /** Somebody new who translates into a language. */
  private Page translator(String language) {
    String name = "translator-" + MARK;
    String password = "a-long-password-" + MARK;
    Map<String, Object> person =
        Map.of(
            "email",
            name + "@example.org",
            "name",
            name,
            "displayName",
            "Rosa",
            "password",
            password,
            "roles",
            List.of("translator"),
            "languages",
            List.of(language));
    assertThat(admin.post("/api/authors", person).status()).isEqualTo(201);
    Page page = browser.person();
    signIn(page, name + "@example.org", password);
    return page;
  }

  /** What a reader finds at an address before long. */
  private void soon(String address, String place, String words) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              reader.navigate(address);
              assertThat(reader.locator(place).allInnerTexts().toString()).contains(words);
            });
  }

  private void save() {
    editor.click("main .send button:not([name])");
    assertThat(editor.locator("main .told")).isVisible();
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions checked(
      boolean whether) {
    return new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions()
        .setChecked(whether);
  }

  private String published(String language, String title, String body) {
    Map<String, Object> draft = draft(language, title, body);
    String id = admin.post("/api/articles", draft).text("id");
    assertThat(admin.put("/api/articles/" + id + "/publication", Map.of()).status()).isEqualTo(200);
    return id;
  }

  private void change(String article, String title, String body) {
    Http.Answer changed =
        admin.with("If-Match", "\"1\"").put("/api/articles/" + article, draft("de", title, body));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    admin.put("/api/articles/" + article + "/publication", Map.of());
  }

  private void approveInSpanish(String article) {
    String desk = "/api/translations/" + article + "/es";
    await().atMost(SOON).until(() -> admin.get(desk).status() == 200);
    List<Map<String, Object>> segments = admin.get(desk).at("segments");
    for (Map<String, Object> segment : segments) {
      admin
          .with("If-Match", "\"" + segment.get("version") + "\"")
          .put(
              desk + "/segments/" + segment.get("id"),
              Map.of("text", "ES " + segment.get("source"), "approve", true));
    }
    assertThat(admin.put(desk + "/publication", Map.of()).status()).isEqualTo(200);
  }

  private static Map<String, Object> draft(String language, String title, String body) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("language", language);
    draft.put("title", title);
    draft.put("body", body);
    draft.put("format", "markdown");
    draft.put("topics", List.of("Wasser " + MARK));
    return draft;
  }
}
