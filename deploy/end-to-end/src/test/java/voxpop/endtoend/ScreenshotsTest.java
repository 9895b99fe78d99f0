package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Pictures of the pages with the sample articles, phone and desktop, light and dark: in {@code
 * target/screenshots}; those of the README are renewed with {@code -Dvoxpop.screenshots=keep}.
 */
class ScreenshotsTest {
  private static final Path KEPT = Path.of("screenshots");
  private static final Path TAKEN = Path.of("target", "screenshots");

  @Test
  void the_front_page_and_an_article_fit_a_phone_and_a_desktop_in_light_and_dark()
      throws IOException {
    Files.createDirectories(TAKEN);
    try (Browser browser = new Browser()) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        take(browser, "desktop", 1280, 1000, scheme);
        take(browser, "phone", 390, 844, scheme);
      }
    }
  }

  private static void take(
      Browser browser, String device, int width, int height, ColorScheme scheme)
      throws IOException {
    Page page = browser.viewer(width, height, scheme);
    for (String what : new String[] {"front", "article"}) {
      page.navigate(what.equals("front") ? "/de/" : "/de/die-stadt-um-halb-fuenf");
      page.evaluate("document.fonts.ready");
      int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
      assertThat(needed).as(what + " on a " + device).isLessThanOrEqualTo(width);
      String name =
          what + "-" + device + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
      page.screenshot(new Page.ScreenshotOptions().setPath(TAKEN.resolve(name)));
      if ("keep".equals(System.getProperty("voxpop.screenshots"))) {
        Files.createDirectories(KEPT);
        Files.copy(
            TAKEN.resolve(name),
            KEPT.resolve(name),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
