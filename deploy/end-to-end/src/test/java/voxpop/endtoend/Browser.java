package voxpop.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium. Each context is a person of their own: no cookie is shared. */
final class Browser implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new ArrayList<>();

  Browser() {
    Path program = RealPart.needed("chromium");
    // the machine's own browser is used: none is to be fetched
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setHeadless(true)
                    .setArgs(QUIET));
  }

  private com.microsoft.playwright.Browser.NewContextOptions options() {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        .setBaseURL(Platform.get().address().toString())
        .setLocale("de-DE")
        .setViewportSize(1280, 900);
  }

  /** Somebody new, with a script-running browser. What its console complains of is kept. */
  Page person() {
    Page page = page(options());
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /** Somebody new whose browser runs no script. */
  Page personWithoutScript() {
    return page(options().setJavaScriptEnabled(false));
  }

  Page viewer(int width, int height, ColorScheme scheme) {
    return page(options().setViewportSize(width, height).setColorScheme(scheme));
  }

  private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    context.setDefaultTimeout(60_000);
    return context.newPage();
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
