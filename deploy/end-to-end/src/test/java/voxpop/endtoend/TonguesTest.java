package voxpop.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A discussion in several languages, in a real browser and with the real Apertium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TonguesTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MARK = UUID.randomUUID().toString().substring(0, 6);

  private Browser browser;
  private String article;
  private String address;

  @BeforeAll
  void open() {
    RealPart.needed("apertium-apy");
    browser = new Browser();
    var admin = Platform.get().administrator();
    article =
        admin
            .post(
                "/api/articles",
                Map.of(
                    "language",
                    "en",
                    "title",
                    "The garden " + MARK,
                    "body",
                    "The garden is big. The house is red.",
                    "format",
                    "markdown"))
            .text("id");
    admin.put("/api/articles/" + article + "/publication", Map.of());
    await()
        .atMost(SOON)
        .until(
            () ->
                admin.get("/api/translations/" + article + "/es").status() == 200
                    && admin.post("/api/translations/" + article + "/es", Map.of()).status()
                        == 202);
    await()
        .atMost(SOON)
        .until(
            () ->
                Platform.get().http().get("/api/articles/" + article + "?language=es").status()
                    == 200);
    address =
        "/es/"
            + Platform.get().http().get("/api/articles/" + article + "?language=es").text("slug");
  }

  @AfterAll
  void close() {
    if (browser != null) browser.close();
  }

  @Test
  @Order(1)
  void a_comment_is_taken_for_what_it_is_written_in_and_its_writer_says_better() {
    Page writer = browser.person();
    writer.navigate(address);
    writer.click("#say-body");
    writer.fill("#say-body", "The old tree in the garden has no leaves, and nobody knows why.");
    writer.fill("#say-name", "Rose");
    writer.fill("#say-email", "rose@example.org");
    Locator question = writer.locator("form.say .sum label");
    assertThat(question).isVisible();
    writer.waitForTimeout(2200); // a person takes that long; faster is refused
    writer.fill("#say-answer", Integer.toString(Sum.of(question.innerText())));
    writer.click("form.say .send button");
    Locator mine = writer.locator("ol.thread .comment.new");
    assertThat(mine.locator(".tongue-of select")).hasValue("en");
    mine.locator(".tongue-of select").selectOption("de");
    mine.locator(".tongue-of button").click();
    await().atMost(SOON).until(() -> language().equals("de"));
    mine.locator(".tongue-of select").selectOption("en");
    mine.locator(".tongue-of button").click();
    await().atMost(SOON).until(() -> language().equals("en"));
  }

  @Test
  @Order(2)
  void a_reader_has_it_in_the_pages_language_and_the_original_one_click_away() {
    Page reader = browser.person();
    await()
        .atMost(SOON)
        .until(
            () -> {
              reader.navigate(address);
              return reader.locator("ol.thread .said[lang=en]").count() == 1;
            });
    Locator comment = reader.locator("ol.thread .comment").first();
    comment.locator(".into button").click();
    Locator translated = comment.locator(".said.translated");
    assertThat(translated).isVisible();
    assertThat(translated).containsText("árbol");
    assertThat(translated).hasAttribute("lang", "es");
    assertThat(comment.locator(".made")).isVisible();
    assertThat(comment.locator(".said").first()).isHidden();
    comment.locator(".into button").click();
    assertThat(comment.locator(".said").first()).isVisible();
    assertThat(comment.locator(".said").first()).containsText("The old tree");
    assertThat(translated).isHidden();
  }

  @Test
  @Order(3)
  void without_a_script_it_stands_on_a_page_above_the_original() {
    Page plain = browser.personWithoutScript();
    plain.navigate(address);
    plain.locator("ol.thread .into button").first().click();
    assertThat(plain.locator(".said.translated")).containsText("árbol");
    assertThat(plain.locator(".said").last()).containsText("The old tree");
    assertThat(plain.locator(".note")).isVisible();
  }

  @Test
  @Order(4)
  void it_is_gone_when_the_comment_is() {
    String id = comment();
    String path = "/api/translations/comments/" + id + "/es";
    assertThat(Platform.get().http().get(path).status()).isEqualTo(200);
    Platform.get()
        .administrator()
        .put("/api/comments/" + id + "/verdict", Map.of("verdict", "spam"));
    assertThat(Platform.get().http().get(path).status()).isEqualTo(404);
    assertThat(Platform.get().http().post(path, Map.of()).status()).isEqualTo(404);
    assertThat(browser.complaints()).isEmpty();
  }

  private String language() {
    return Platform.get().http().get("/api/comments?article=" + article).text("items/0/language");
  }

  private String comment() {
    return Platform.get().http().get("/api/comments?article=" + article).text("items/0/id");
  }
}
