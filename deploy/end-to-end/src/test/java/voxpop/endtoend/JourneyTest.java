package voxpop.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One article's life, with the hands of those who write, read and translate it, in a real browser.
 * Each step builds on those before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MARK = UUID.randomUUID().toString().substring(0, 6);
  private static final String TITLE = "Nebel über dem Hafen " + MARK;

  private Browser browser;
  private Page writer;
  private Page reader;
  private String id;
  private String address;

  @BeforeAll
  void open() {
    browser = new Browser();
    RealPart.needed("consul");
    writer = browser.person();
    reader = browser.person();
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  @Order(1)
  void all_programs_found_each_other_through_consul() throws IOException {
    assertThat(Files.readString(Platform.get().log())).contains("discovery: Consul");
  }

  @Test
  @Order(2)
  void the_administrator_signs_in() {
    writer.navigate("/studio/");
    writer.fill("#email", Platform.get().mail());
    writer.fill("#password", Platform.get().password());
    writer.click(".door form button");

    assertThat(writer.locator("h1")).not().hasClass("door");
    assertThat(writer.url()).endsWith("/studio/");
  }

  @Test
  @Order(3)
  void writes_a_german_article_with_a_picture_and_publishes_it() throws IOException {
    writer.navigate("/studio/write");
    writer.fill("#title", TITLE);
    writer.fill(
        "#body",
        "Am Morgen liegt der *Nebel* still. Niemand spricht.\n\n"
            + "## Später\n\n"
            + "Dann kommt das erste Boot.\n\n");
    writer.selectOption("#language", "de");
    writer.fill("#topics", "Hafen");
    writer.click("a.picture");
    writer.setInputFiles("#file", picture());
    writer.fill("#alt", "Ein Boot im Nebel");
    writer.fill("#caption", "Das erste Boot");
    writer.click("dialog.upload button[type=submit]");
    assertThat(writer.locator("dialog.upload")).not().isVisible();
    await().atMost(SOON).until(() -> writer.inputValue("#body").contains("/media/"));
    await().atMost(SOON).until(() -> writer.locator(".preview img").count() == 1);
    writer.click("button[value=publish]");
    writer.waitForURL("**/studio/write/*?done=*");
    id = writer.url().replaceAll(".*/write/([0-9a-f-]+).*", "$1");
    address =
        writer
            .locator(".standing a")
            .first()
            .getAttribute("href")
            .replaceAll("^https?://[^/]+", "");
    assertThat(address).startsWith("/de/nebel-ueber-dem-hafen-");
  }

  private static Path picture() throws IOException {
    BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0xB8C4CC));
    pen.fillRect(0, 0, 900, 600);
    pen.setColor(new Color(0x39454F));
    pen.fillOval(300, 350, 300, 80);
    pen.dispose();
    File file = File.createTempFile("nebel", ".png");
    file.deleteOnExit();
    ImageIO.write(image, "png", file);
    return file.toPath();
  }

  @Test
  @Order(4)
  void a_visitor_reads_it() {
    reader.navigate(address);

    assertThat(reader.locator("h1")).hasText(TITLE);
    assertThat(reader.locator("html")).hasAttribute("lang", "de");
    assertThat(reader.locator("figcaption")).hasText("Das erste Boot");
    assertThat(
            (Boolean)
                reader
                    .locator(".text img, figure.wide img")
                    .first()
                    .evaluate(
                        "async image => { await image.decode(); return image.naturalWidth > 0; }"))
        .isTrue();
    assertThat(reader.locator(".story a[rel=author]").first()).isVisible();
  }

  @Test
  @Order(5)
  void recommends_it_twice_and_is_counted_once() {
    Locator button = reader.locator("form.recommend button");
    button.click();
    assertThat(button).hasAttribute("aria-pressed", "true");
    assertThat(button.locator(".count")).hasText("1");
    Object again =
        reader.evaluate(
            "async article => (await (await fetch(`/api/articles/${article}/recommendation`,"
                + " {method: 'PUT'})).json()).count",
            id);

    assertThat(again).isEqualTo(1);
    assertThat(Platform.get().http().get("/api/articles/" + id + "/recommendation").text("count"))
        .isEqualTo("1");
  }

  @Test
  @Order(6)
  void answers_the_sum_wrongly_then_rightly_and_sees_the_comment() {
    reader.click("#say-body");
    reader.fill("#say-body", "Ich war **dabei**, es roch nach Tang.");
    reader.fill("#say-name", "Heide");
    reader.fill("#say-email", "heide@example.org");
    Locator question = reader.locator("form.say .sum label");
    assertThat(question).isVisible();
    String first = question.innerText();
    reader.waitForTimeout(2200); // a person takes that long; faster is refused
    reader.fill("#say-answer", Integer.toString(Sum.of(first) + 1));
    reader.click("form.say .send button");
    await()
        .atMost(SOON)
        .until(
            () ->
                !question.innerText().equals(first)
                    || !reader
                        .inputValue("#say-answer")
                        .equals(Integer.toString(Sum.of(first) + 1)));
    assertThat(reader.inputValue("#say-body")).isEqualTo("Ich war **dabei**, es roch nach Tang.");
    assertThat(reader.locator("ol.thread .said")).hasCount(0);
    reader.waitForTimeout(2200);
    reader.fill("#say-answer", Integer.toString(Sum.of(question.innerText())));
    reader.click("form.say .send button");

    assertThat(reader.locator("ol.thread .said strong")).hasText("dabei");
    Page another = browser.person();
    await()
        .atMost(SOON)
        .until(
            () -> {
              another.navigate(address);
              return another.locator("ol.thread .said strong").count() == 1;
            });
    assertThat(another.content()).doesNotContain("heide@example.org");
  }

  @Test
  @Order(7)
  void the_article_is_translated_into_english_by_hand_and_read() {
    writer.navigate("/studio/translate/" + id + "/en");
    Locator rows = writer.locator("form.row");
    await().atMost(SOON).until(() -> rows.count() > 4);
    Map<String, String> words =
        Map.of(
            "Niemand spricht.",
            "Nobody speaks.",
            "Später",
            "Later",
            "Dann kommt das erste Boot.",
            "Then the first boat comes.");
    for (int i = 0; i < rows.count(); i++) {
      Locator row = rows.nth(i);
      String source = row.locator(".source p").first().innerText();
      String target =
          source.equals(TITLE)
              ? "Fog over the harbour " + MARK
              : words.getOrDefault(
                  source,
                  source
                      .replace("Am Morgen liegt der", "In the morning the")
                      .replace("Nebel", "fog")
                      .replace("still", "lies still"));
      row.locator("textarea").fill(target);
      row.locator("button[value=approve]").click();
      assertThat(row).hasAttribute("data-state", "approved");
    }
    writer.click(".bench-acts button[value=publish]");
    Page english = browser.person();
    await()
        .atMost(SOON)
        .until(
            () -> {
              english.navigate("/en/fog-over-the-harbour-" + MARK);
              return english.locator("h1").innerText().startsWith("Fog over");
            });

    assertThat(english.locator("html")).hasAttribute("lang", "en");
    assertThat(english.locator(".text")).containsText("Nobody speaks.");
    assertThat(english.locator("link[hreflang=de]")).hasCount(1);
    assertThat(english.locator("form.recommend .count")).hasText("1");
    assertThat(english.locator("ol.thread .said[lang=de]")).hasCount(1);
  }

  @Test
  @Order(8)
  void an_english_article_is_translated_into_spanish_by_apertium_and_read() {
    RealPart.needed("apertium-apy");
    var admin = Platform.get().administrator();
    var made =
        admin.post(
            "/api/articles",
            Map.of(
                "language",
                "en",
                "title",
                "The red house " + MARK,
                "body",
                "The house is red. The garden is big.",
                "format",
                "markdown"));
    String article = made.text("id");
    admin.put("/api/articles/" + article + "/publication", Map.of());
    writer.navigate("/studio/translate/" + article + "/es");
    await()
        .atMost(SOON)
        .until(
            () -> {
              writer.reload();
              return writer.locator("form.row").count() == 3;
            });
    writer.click("button[value=machine]");
    await()
        .atMost(SOON)
        .until(
            () ->
                Platform.get().http().get("/api/articles/" + article + "?language=es").status()
                    == 200);
    String slug =
        Platform.get().http().get("/api/articles/" + article + "?language=es").text("slug");
    reader.navigate("/es/" + slug);

    assertThat(reader.locator("html")).hasAttribute("lang", "es");
    assertThat(reader.locator(".text")).containsText("casa");
    assertThat(reader.locator(".text")).containsText("jardín");
    assertThat(reader.locator("meta[name=robots]"))
        .hasAttribute("content", java.util.regex.Pattern.compile("noindex.*"));
    writer.navigate("/studio/translate/jobs");
    writer.locator("tbody th a").first().click();
    assertThat(writer.locator("div.job")).hasAttribute("data-state", "done");
    assertThat(writer.locator("div.job .through"))
        .hasText(java.util.regex.Pattern.compile("(\\d+) \\w+ \\1 .*"));
  }

  @Test
  @Order(9)
  void recommending_and_commenting_work_without_a_script() {
    Page plain = browser.personWithoutScript();
    plain.navigate(address);
    String before = plain.locator("form.recommend .count").innerText();
    Page secondTab = plain.context().newPage();
    secondTab.navigate(address);
    String more = Integer.toString(Integer.parseInt(before) + 1);
    plain.click("form.recommend button");
    assertThat(plain.locator("form.recommend .count")).hasText(more);
    secondTab.click("form.recommend button"); // it doesn't know yet: still one reader
    assertThat(secondTab.locator("form.recommend .count")).hasText(more);

    plain.fill("#say-body", "Ohne Skript geht es auch.");
    plain.fill("#say-name", "Ole");
    plain.fill("#say-email", "ole@example.org");
    plain.click("form.say .send button");
    assertThat(plain.locator("#say-answer")).isVisible();
    assertThat(plain.inputValue("#say-body")).isEqualTo("Ohne Skript geht es auch.");
    int wrong = Sum.of(plain.locator("label[for=say-answer]").innerText()) + 1;
    plain.waitForTimeout(2200);
    plain.fill("#say-answer", Integer.toString(wrong));
    plain.click("form.say .send button");
    assertThat(plain.inputValue("#say-body")).isEqualTo("Ohne Skript geht es auch.");
    int right = Sum.of(plain.locator("label[for=say-answer]").innerText());
    plain.waitForTimeout(2200);
    plain.fill("#say-answer", Integer.toString(right));
    plain.click("form.say .send button");

    assertThat(plain.url()).contains("#comment-");
    assertThat(plain.locator("ol.thread .said").last()).containsText("Ohne Skript geht es auch.");
  }

  @Test
  @Order(10)
  void no_page_complained_to_its_console() {
    assertThat(browser.complaints()).isEmpty();
  }
}
