package voxpop.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The translators' desk and what readers do for it, in a real browser. Each step builds on those
 * before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TranslatorsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MARK = UUID.randomUUID().toString().substring(0, 6);
  private static final String TEXT =
      "The ferry leaves at dawn. Nobody waits for it.\n\nThe captain reads the *paper*. The ferry"
          + " comes back at night.";

  private Browser browser;
  private Page one;
  private Page other;
  private String article;

  @BeforeAll
  void open() {
    browser = new Browser();
    one = signedIn(browser.person());
    other = signedIn(browser.person());
    speak("ar", "he", "es");
    var made =
        Platform.get()
            .administrator()
            .post(
                "/api/articles",
                Map.of(
                    "language",
                    "en",
                    "title",
                    "The ferry " + MARK,
                    "body",
                    TEXT,
                    "format",
                    "markdown"));
    article = made.text("id");
    Platform.get().administrator().put("/api/articles/" + article + "/publication", Map.of());
  }

  @AfterAll
  void close() {
    if (browser != null) browser.close();
  }

  @Test
  @Order(1)
  void a_translation_is_made_with_the_keyboard_alone() {
    desk(one, "es");
    one.keyboard().press("Alt+KeyN");
    assertThat(focused(one)).isEqualTo(0);
    List<String> texts = List.of("El ferri " + MARK, "El ferri sale al alba.", "Nadie lo espera.");
    for (int i = 0; i < texts.size(); i++) {
      one.keyboard().insertText(texts.get(i));
      one.keyboard().press("Control+Enter");
      int next = i + 1;
      await().atMost(SOON).until(() -> focused(one) == next);
      assertThat(row(one, i)).hasAttribute("data-state", "approved");
    }
    // the original, with its tags, as a start; then taken back again
    one.keyboard().press("Alt+KeyC");
    assertThat(field(one, 3)).hasValue("The captain reads the <em>paper</em>.");
    one.keyboard().press("Alt+KeyZ");
    assertThat(field(one, 3)).hasValue("");
    one.keyboard().insertText("El capitán lee el <em>periódico</em>.");
    one.keyboard().press("Control+KeyS");
    assertThat(row(one, 3)).hasAttribute("data-state", "draft");
    one.keyboard().press("Alt+ArrowDown");
    assertThat(focused(one)).isEqualTo(4);
    one.keyboard().insertText("El ferri vuelve de noche.");
    one.keyboard().press("Control+Enter");
    assertThat(row(one, 4)).hasAttribute("data-state", "approved");
    assertThat(one.locator(".progress-text")).containsText("4");
    one.keyboard().press("Alt+KeyN");
    assertThat(focused(one)).isEqualTo(3);
  }

  @Test
  @Order(2)
  void what_was_saved_can_be_undone() {
    Locator last = field(one, 4);
    last.fill("El ferri regresa.");
    one.keyboard().press("Control+Enter");
    assertThat(row(one, 4).locator(".row-note")).isEmpty();
    await().atMost(SOON).until(() -> target(4).equals("El ferri regresa."));
    last.focus();
    one.keyboard().press("Alt+KeyZ");
    assertThat(last).hasValue("El ferri vuelve de noche.");
    await().atMost(SOON).until(() -> target(4).equals("El ferri vuelve de noche."));
    assertThat(row(one, 4)).hasAttribute("data-state", "approved");
  }

  @Test
  @Order(3)
  void all_that_is_unchanged_is_approved_at_once_and_readers_get_it() {
    one.click(".bench-acts button[value=approve]");
    assertThat(one.locator("form.row.is-approved")).hasCount(5);
    one.click(".bench-acts button[value=publish]");
    Page reader = browser.person();
    await()
        .atMost(SOON)
        .until(
            () -> {
              reader.navigate("/es/el-ferri-" + MARK);
              return reader.locator("h1").innerText().startsWith("El ferri");
            });
    assertThat(reader.locator(".text")).containsText("El capitán lee el periódico.");
  }

  @Test
  @Order(4)
  void two_at_one_desk_lose_nothing_of_each_other() {
    desk(one, "es");
    desk(other, "es");
    field(other, 2).fill("Nadie la aguarda.");
    field(other, 2).focus();
    other.keyboard().press("Control+Enter");
    await().atMost(SOON).until(() -> target(2).equals("Nadie la aguarda."));
    field(one, 2).fill("No hay nadie esperando.");
    one.keyboard().press("Control+Enter");
    Locator theirs = row(one, 2).locator(".theirs");
    assertThat(theirs).hasText("Nadie la aguarda.");
    assertThat(field(one, 2)).hasValue("No hay nadie esperando.");
    row(one, 2).locator(".take-theirs").click();
    assertThat(field(one, 2)).hasValue("Nadie la aguarda.");
    // without a script the same: both texts on the page, saving again is a decision
    Page plain = signedIn(browser.personWithoutScript());
    desk(plain, "es");
    field(other, 2).fill("Nadie lo espera.");
    field(other, 2).focus();
    other.keyboard().press("Control+Enter");
    await().atMost(SOON).until(() -> target(2).equals("Nadie lo espera."));
    field(plain, 2).fill("Sin nadie.");
    row(plain, 2).locator("button[value=approve]").click();
    assertThat(row(plain, 2).locator(".theirs")).hasText("Nadie lo espera.");
    assertThat(field(plain, 2)).hasValue("Sin nadie.");
    row(plain, 2).locator("button[value=approve]").click();
    await().atMost(SOON).until(() -> target(2).equals("Sin nadie."));
    row(plain, 2).locator("button[value=undo]").click();
    await().atMost(SOON).until(() -> target(2).equals("Nadie lo espera."));
  }

  @Test
  @Order(5)
  void an_edited_source_shows_its_words_that_changed_and_the_filter_finds_it() {
    String edited = TEXT.replace("at dawn", "at noon");
    String before = spanishPage();
    Platform.get()
        .administrator()
        .with("If-Match", "\"1\"")
        .put(
            "/api/articles/" + article,
            Map.of(
                "language",
                "en",
                "title",
                "The ferry " + MARK,
                "body",
                edited,
                "format",
                "markdown"));
    Platform.get().administrator().put("/api/articles/" + article + "/publication", Map.of());
    await()
        .atMost(SOON)
        .until(
            () -> {
              one.navigate("/studio/translate/" + article + "/es?state=stale");
              return one.locator("form.row").count() == 1;
            });
    // readers keep what was approved; they are only told, where the languages stand
    await().atMost(SOON).until(() -> !spanishPage().equals(before));
    assertThat(withoutRibbon(spanishPage())).isEqualTo(withoutRibbon(before));
    assertThat(spanishPage()).contains("El original ha cambiado");
    assertThat(one.locator(".change del")).hasText("dawn");
    assertThat(one.locator(".change ins")).hasText("noon");
    one.locator("form.row textarea").fill("El ferri sale a mediodía.");
    one.keyboard().press("Control+Enter");
    assertThat(one.locator("form.row")).hasAttribute("data-state", "approved");
  }

  @Test
  @Order(6)
  void search_and_replace_shows_first_what_would_change() {
    desk(one, "es");
    one.keyboard().press("Alt+KeyR");
    one.keyboard().insertText("ferri");
    one.fill("#with", "transbordador");
    one.locator(".bench-tools .find button").click();
    assertThat(one.locator(".hits > li")).hasCount(3);
    assertThat(one.locator(".hits ins").first()).hasText("transbordador");
    one.locator(".hits input[type=checkbox]").first().uncheck();
    one.locator("form[method=post] .send button").click();
    assertThat(field(one, 0)).hasValue("El ferri " + MARK);
    assertThat(field(one, 1)).hasValue("El transbordador sale a mediodía.");
    assertThat(row(one, 1)).hasAttribute("data-state", "approved");
  }

  @Test
  @Order(7)
  void the_whole_article_is_seen_as_readers_will_see_it() {
    field(one, 1).fill("El transbordador zarpa a mediodía.");
    one.keyboard().press("Control+KeyS");
    assertThat(row(one, 1)).hasAttribute("data-state", "approved");
    one.locator(".bench-acts .look").first().click();
    assertThat(one.locator("html")).hasAttribute("lang", "es");
    assertThat(one.locator("article.story h1")).hasText("El ferri " + MARK);
    assertThat(one.locator(".text")).containsText("El transbordador sale a mediodía.");
    assertThat(one.locator(".ribbon")).isVisible();
    one.click(".desk-note a");
    assertThat(one).hasURL(java.util.regex.Pattern.compile(".*/studio/translate/.*/es"));
  }

  @Test
  @Order(8)
  void arabic_and_hebrew_are_laid_out_from_the_right_also_on_a_phone() {
    for (String language : List.of("ar", "he")) {
      for (int width : new int[] {1280, 390}) {
        Page page = signedIn(browser.viewer(width, 844, ColorScheme.LIGHT));
        desk(page, language);
        Locator area = field(page, 1);
        area.fill(language.equals("ar") ? "تغادر العبّارة عند الفجر." : "המעבורת יוצאת עם שחר.");
        assertThat((String) area.evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
        assertThat((String) page.evaluate("() => getComputedStyle(document.body).direction"))
            .isEqualTo("ltr");
        var beyond = (Number) page.evaluate(BEYOND);
        assertThat(beyond.intValue()).as("wider than the window").isZero();
        if (width < 800) {
          var source = row(page, 1).locator(".source").boundingBox();
          assertThat(area.boundingBox().y).isGreaterThan(source.y + source.height - 1);
        }
        page.close();
      }
    }
  }

  @Test
  @Order(9)
  void a_reader_without_an_account_betters_a_sentence_and_a_translator_takes_it() {
    Page reader = browser.person();
    reader.navigate("/es/el-ferri-" + MARK);
    reader.locator(".text p").first().evaluate(SELECT_LAST_SENTENCE);
    Locator link = reader.locator(".improve.marked a");
    assertThat(link).isVisible();
    link.click();
    assertThat(reader.locator("blockquote")).hasText("Nobody waits for it.");
    assertThat(reader.locator("#say-body")).hasValue("Nadie lo espera.");
    suggest(reader, "Nadie la espera.", 1);
    assertThat(reader.locator(".wrong")).isVisible();
    assertThat(reader.locator("#say-body")).hasValue("Nadie la espera.");
    suggest(reader, "Nadie la espera.", 0);
    assertThat(reader.locator(".gist")).containsText("Gracias");
    one.navigate("/studio/translate/suggestions");
    Locator item =
        one.locator(".suggested > li", new Page.LocatorOptions().setHasText("The ferry " + MARK));
    assertThat(item.locator(".change ins")).hasText("la");
    assertThat(item.locator(".who")).containsText("Leser");
    item.locator("button[value=accepted]").click();
    assertThat(one.locator(".told")).isVisible();
    await()
        .atMost(SOON)
        .until(
            () -> {
              reader.navigate("/es/el-ferri-" + MARK);
              return reader.locator(".text").innerText().contains("Nadie la espera.");
            });
  }

  @Test
  @Order(10)
  void it_works_without_a_script_as_well() {
    Page reader = browser.personWithoutScript();
    reader.navigate("/es/el-ferri-" + MARK);
    reader.click(".improve a");
    assertThat(reader.locator(".sentences li")).hasCount(5);
    reader.locator(".sentences a").nth(3).click();
    suggest(reader, "El capitán lee un diario.", 0);
    // the tag of the original is missing: told, and nothing typed is lost
    assertThat(reader.locator(".wrong")).isVisible();
    suggest(reader, "El capitán lee un <em>diario</em>.", 0);
    assertThat(reader.locator(".gist")).containsText("Gracias");
    // on the desk it stands beside its sentence, and can be taken by key
    desk(one, "es");
    field(one, 3).focus();
    assertThat(row(one, 3).locator(".from-reader")).containsText("un <em>diario</em>");
    one.keyboard().press("Alt+KeyS");
    assertThat(field(one, 3)).hasValue("El capitán lee un <em>diario</em>.");
    one.keyboard().press("Control+Enter");
    assertThat(row(one, 3)).hasAttribute("data-state", "approved");
  }

  @Test
  @Order(11)
  void no_page_complained_to_its_console() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static final String BEYOND =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String SELECT_LAST_SENTENCE =
      "p => { const text = p.firstChild; const range = document.createRange(); range.setStart(text,"
          + " text.data.lastIndexOf('Nadie')); range.setEnd(text, text.data.length);"
          + " getSelection().removeAllRanges(); getSelection().addRange(range); }";

  private static void suggest(Page reader, String text, int off) {
    reader.fill("#say-body", text);
    int sum = Sum.of(reader.locator("label[for=say-answer]").innerText());
    reader.waitForTimeout(2200); // a person takes that long; faster is refused
    reader.fill("#say-answer", Integer.toString(sum + off));
    reader.click(".improve-form button");
  }

  private void desk(Page page, String language) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              page.navigate("/studio/translate/" + article + "/" + language);
              return page.locator("form.row").count() == 5;
            });
  }

  private static String spanishPage() {
    return Platform.get().http().get("/es/el-ferri-" + MARK).body();
  }

  private static String withoutRibbon(String page) {
    return page.replaceFirst("(?s)<nav class=\"ribbon\".*?</nav>", "");
  }

  private static Locator row(Page page, int number) {
    return page.locator("form.row").nth(number);
  }

  private static Locator field(Page page, int number) {
    return row(page, number).locator("textarea");
  }

  private static int focused(Page page) {
    return (int)
        page.evaluate(
            "() => [...document.querySelectorAll('form.row"
                + " textarea')].indexOf(document.activeElement)");
  }

  private String target(int number) {
    return Platform.get()
        .administrator()
        .get("/api/translations/" + article + "/es")
        .text("segments/" + number + "/target");
  }

  private static Page signedIn(Page page) {
    page.navigate("/studio/");
    page.fill("#email", Platform.get().mail());
    page.fill("#password", Platform.get().password());
    page.click(".door form button");
    page.waitForURL("**/studio/");
    return page;
  }

  /** Teaches the site further languages. */
  private static void speak(String... languages) {
    var admin = Platform.get().administrator();
    @SuppressWarnings("unchecked")
    var site = new java.util.HashMap<>((Map<String, Object>) admin.get("/api/site").json());
    @SuppressWarnings("unchecked")
    Set<String> all = new HashSet<>((List<String>) site.get("languages"));
    if (!all.addAll(List.of(languages))) return;
    site.put("languages", List.copyOf(all));
    assertThat(admin.put("/api/site", site).status()).isEqualTo(200);
  }
}
