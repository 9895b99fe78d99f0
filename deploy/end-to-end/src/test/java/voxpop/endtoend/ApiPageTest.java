package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page to try the API, as somebody with a browser uses it. */
class ApiPageTest {
  @Test
  void an_operation_is_tried_on_the_page_which_asks_nobody_else_and_breaks_no_rule() {
    try (Browser browser = new Browser()) {
      Page page = browser.person();
      List<String> elsewhere = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      String here = Platform.get().address().toString();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(here) && !request.url().startsWith("data:")) {
              elsewhere.add(request.url());
            }
          });
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") || message.text().contains("Security Policy")) {
              complaints.add(message.text());
            }
          });

      page.navigate("/api/");
      page.waitForSelector("#api[data-ready]");
      page.click("#operations-site-readSite .opblock-summary-control");
      page.click("#operations-site-readSite .execute");
      page.waitForSelector("#operations-site-readSite .live-responses-table");

      assertThat(page.innerText("#operations-site-readSite .live-responses-table"))
          .contains("200", "machineEditions");
      assertThat(page.locator(".opblock").count()).isGreaterThan(40);
      assertThat(elsewhere).isEmpty();
      assertThat(complaints).isEmpty();
    }
  }
}
