package voxpop.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.gateway.edge.Encoding;

/** Every page, of readers and of the studio, in a real Chromium and before the Nu HTML checker. */
class LooksTest {
  private static SpecimenSite site;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    var chromium = RealParts.chromium();
    site = new SpecimenSite();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
    if (site != null) {
      site.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axe_finds_nothing_on_any_page(ColorScheme scheme) {
    var found = new ArrayList<String>();
    // the phone in the dark, the desk by day: each rule is met with, no page four times
    int width = scheme == ColorScheme.DARK ? 390 : 1280;
    visit(
        scheme,
        width,
        found,
        (name, page) ->
            new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(
                    violation ->
                        violation
                            .getNodes()
                            .forEach(
                                node ->
                                    found.add(
                                        name + ": " + violation.getId() + " " + node.getHtml()))));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 1280})
  void no_page_is_wider_than_its_window_or_against_its_policy(int width) {
    var found = new ArrayList<String>();
    visit(
        ColorScheme.LIGHT,
        width,
        found,
        (name, page) -> {
          var beyond =
              (Number)
                  page.evaluate(
                      "document.documentElement.scrollWidth -"
                          + " document.documentElement.clientWidth");
          if (beyond.intValue() > 0) {
            found.add(name + " by " + beyond);
          }
        });
    assertThat(found).isEmpty();
  }

  private static void visit(
      ColorScheme scheme, int width, List<String> found, BiConsumer<String, Page> look) {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setViewportSize(width, 900)
            .setLocale("de-DE");
    try (var context = browser.newContext(options);
        Page page = context.newPage()) {
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) {
              found.add(message.text());
            }
          });
      for (String name : site.pages().keySet()) {
        page.navigate(site.at(name));
        look.accept(name, page);
      }
    }
  }

  @Test
  void the_nu_checker_finds_no_error_on_any_page() throws Exception {
    var found = new ConcurrentLinkedQueue<String>();
    // Its grammar of attributes goes deeper than a thread's usual stack.
    var checking =
        new Thread(
            null,
            () -> site.pages().forEach((name, page) -> found.addAll(errors(name, page))),
            "nu",
            64L * 1024 * 1024);
    checking.start();
    checking.join();
    assertThat(found).isEmpty();
  }

  private static List<String> errors(String name, byte[] page) {
    var validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    try {
      String told = validator.validate(new ByteArrayInputStream(page));
      return told.lines().filter(line -> line.contains("error")).map(line -> name + line).toList();
    } catch (IOException | org.xml.sax.SAXException e) {
      return List.of(name + ": " + e);
    }
  }

  @Test
  void a_first_article_page_is_light_and_names_two_fonts() {
    var fonts = new ArrayList<Integer>();
    var page = browser.newPage();
    page.onResponse(
        response -> {
          if (response.url().endsWith(".woff2")) {
            fonts.add(response.body().length);
          }
        });
    page.navigate(site.at("article"));
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    page.close();
    assertThat(fonts).hasSizeLessThanOrEqualTo(2);
    assertThat(fonts.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(105 * 1024);
    var html = new Asset("/article", "text/html", site.pages().get("article"));
    int wire =
        html.bytes(Encoding.GZIP).length
            + SpecimenPages.ASSETS.named("site.css").bytes(Encoding.GZIP).length
            + SpecimenPages.ASSETS.named("site.js").bytes(Encoding.GZIP).length
            + SpecimenPages.ASSETS.named("icon.svg").bytes(Encoding.GZIP).length;
    assertThat(wire).isLessThanOrEqualTo(60 * 1024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/*.woff2", "**/*.js"})
  void text_is_painted_though_fonts_and_scripts_never_come(String never) {
    try (Page page = browser.newPage()) {
      // Held for good: neither answered nor refused.
      page.route(never, route -> {});
      page.navigate(
          site.at("article"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      Object painted = false;
      for (int i = 0; i < 100 && !Boolean.TRUE.equals(painted); i++) {
        page.waitForTimeout(50);
        painted =
            page.evaluate("performance.getEntriesByName('first-contentful-paint').length > 0");
      }
      assertThat(painted).isEqualTo(true);
      assertThat(page.locator("h1").first().isVisible()).isTrue();
    }
  }
}
