package voxpop.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
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
  private static Eyes own;

  /** As much again is seen at the same time: most of it is waiting for one page. */
  private static Eyes others;

  private static final ExecutorService SECOND = Executors.newSingleThreadExecutor();

  @BeforeAll
  static void open() throws Exception {
    site = new SpecimenSite();
    own = Eyes.open();
    others = SECOND.submit(Eyes::open).get();
  }

  @AfterAll
  static void close() throws Exception {
    if (own != null) {
      own.playwright().close();
    }
    if (others != null) {
      SECOND.submit(() -> others.playwright().close()).get();
    }
    SECOND.shutdown();
    if (site != null) {
      site.close();
    }
  }

  /** A browser, which only the thread that opened it may use. */
  private record Eyes(Playwright playwright, Browser browser) {
    static Eyes open() {
      var chromium = RealParts.chromium();
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Eyes(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium)
                      .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic"))));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axe_finds_nothing_on_any_page(ColorScheme scheme) throws Exception {
    var found = new ConcurrentLinkedQueue<String>();
    // the phone in the dark, the desk by day: each rule is met with, no page four times
    int width = scheme == ColorScheme.DARK ? 390 : 1280;
    visit(
        scheme,
        width,
        found,
        (name, page) ->
            axe(page)
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

  /**
   * All rules; no second tab to put frames' results together, for there are no frames, and no list
   * of what is in order.
   */
  private static AxeBuilder axe(Page page) {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options);
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 1280})
  void no_page_is_wider_than_its_window_or_against_its_policy(int width) throws Exception {
    var found = new ConcurrentLinkedQueue<String>();
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

  /** By script, from what the page says of itself: so it is the same page for everybody. */
  @Test
  void who_reads_another_language_is_offered_the_page_in_it_until_they_decline() {
    assertThat(offered("fi-FI")).isEmpty();
    assertThat(offered("de-AT")).isEmpty();
    assertThat(offered("en-GB")).containsExactly("en", "declined");
  }

  private static List<String> offered(String locale) {
    var options = new Browser.NewContextOptions().setLocale(locale);
    try (var context = own.browser().newContext(options);
        Page page = context.newPage()) {
      page.navigate(site.at("article"));
      var offer = page.locator(".offer a");
      if (offer.count() == 0) return List.of();
      var language = offer.getAttribute("hreflang");
      page.click(".offer button");
      page.reload();
      return List.of(language, offer.count() == 0 ? "declined" : "offered again");
    }
  }

  private static void visit(
      ColorScheme scheme, int width, Collection<String> found, BiConsumer<String, Page> look)
      throws Exception {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setViewportSize(width, 900)
            .setLocale("de-DE");
    var names = new ConcurrentLinkedQueue<>(site.pages().keySet());
    var second = SECOND.submit(() -> visit(others, options, names, found, look));
    visit(own, options, names, found, look);
    second.get();
    assertThat(names).isEmpty();
  }

  private static void visit(
      Eyes eyes,
      Browser.NewContextOptions options,
      Queue<String> names,
      Collection<String> found,
      BiConsumer<String, Page> look) {
    try (var context = eyes.browser().newContext(options);
        Page page = context.newPage()) {
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) {
              found.add(message.text());
            }
          });
      for (String name = names.poll(); name != null; name = names.poll()) {
        page.navigate(site.at(name));
        look.accept(name, page);
      }
    }
  }

  @Test
  void the_nu_checker_finds_no_error_on_any_page() throws Exception {
    var found = new ConcurrentLinkedQueue<String>();
    var checked = ConcurrentHashMap.<String>newKeySet();
    var names = new ConcurrentLinkedQueue<>(site.pages().keySet());
    Runnable check =
        () -> {
          for (String name = names.poll(); name != null; name = names.poll()) {
            found.addAll(errors(name, site.pages().get(name)));
            checked.add(name);
          }
        };
    // Its grammar of attributes goes deeper than a thread's usual stack.
    var checking =
        Stream.of("nu", "nu too")
            .map(name -> new Thread(null, check, name, 64L * 1024 * 1024))
            .toList();
    checking.forEach(Thread::start);
    for (Thread thread : checking) {
      thread.join();
    }
    assertThat(checked).isEqualTo(site.pages().keySet());
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
    var page = own.browser().newPage();
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
    try (Page page = own.browser().newPage()) {
      // Held for good: neither answered nor refused.
      page.route(never, route -> {});
      page.navigate(
          site.at("article"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      Object painted = false;
      for (int i = 0; i < 600 && !Boolean.TRUE.equals(painted); i++) {
        page.waitForTimeout(50);
        painted =
            page.evaluate("performance.getEntriesByName('first-contentful-paint').length > 0");
      }
      assertThat(painted).isEqualTo(true);
      assertThat(page.locator("h1").first().isVisible()).isTrue();
    }
  }
}
