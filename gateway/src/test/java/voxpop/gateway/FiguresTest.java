package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import voxpop.local.Ports;

/** The figures for monitoring: few, and of nobody. */
class FiguresTest {
  /** So many requests are in one {@link #round}. */
  private static final int ROUND = 13;

  private static final Pattern URI = Pattern.compile("uri=\"([^\"]*)\"");

  @Test
  void however_many_addresses_are_asked_for_the_series_stay_few() {
    try (House house = new House()) {
      int management = Ports.free();
      Browser browser = house.gateway("endpoints.all.port", "" + management);
      house.articles.on("(GET|PUT) /api/.*", "{\"count\":1,\"recommended\":true}");
      Browser figures = new Browser(management);
      round(browser, house, 1);
      int few = figures.get("/prometheus").body().lines().toList().size();
      for (int i = 2; i < 30; i++) {
        round(browser, house, i);
      }
      String many = figures.get("/prometheus").body();
      assertThat(many.lines().toList()).hasSizeLessThan(few + 30);
      Set<String> routes = new TreeSet<>();
      Matcher uri = URI.matcher(many);
      while (uri.find()) {
        routes.add(uri.group(1));
      }
      assertThat(routes).contains("/{lang}/{slug}").hasSizeLessThan(25);
      assertThat(many).doesNotContain("slug-1", "some-topic", "ada@example", "127.0.0.1:");
      assertThat(routes)
          .contains(
              "/api/articles/**", "/media/{id}/{width}.{ext}", "none", "/{lang}/topic/{slug}");
      assertThat(counted(many)).as("each request, once").isEqualTo(29L * ROUND);
      assertThat(figures.get("/health/liveness").statusCode()).isEqualTo(200);
      for (String path : new String[] {"/prometheus", "/health", "/health/readiness"}) {
        assertThat(browser.get(path).statusCode()).as(path).isIn(301, 404);
      }
    }
  }

  private static long counted(String figures) {
    return figures
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** Pages, some from the cache, what is relayed, what is refused and what is nowhere. */
  private static void round(Browser browser, House house, int i) {
    house.page("de", "slug-" + i, "Titel", 1);
    browser.get("/de/slug-" + i);
    browser.get("/de/none-" + i);
    browser.get("/de/topic/some-topic-" + i);
    browser.get("/nowhere/" + i + "/at/all");
    browser.get("/api/articles?email=ada@example.org&n=" + i);
    browser.get("/api/articles/" + UUID.randomUUID());
    browser.get("/api/nothing/" + i);
    browser.get("/media/" + UUID.randomUUID() + "/" + i + ".jpg");
    browser.send("PUT", "/api/articles/" + UUID.randomUUID() + "/recommendation", null);
    browser.send("X-ODD-" + i, "/de/", null);
    browser.get("/de/");
    browser.get("/de/");
    refused(browser.port);
  }

  /** Before any route or filter. */
  private static void refused(int port) {
    try (BareWire wire = new BareWire(port)) {
      assertThat(wire.send("GET / HTTP/1.1\r\nbad\r\n\r\n").rest()).startsWith("HTTP/1.1 400");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
