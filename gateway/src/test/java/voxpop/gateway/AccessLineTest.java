package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door's own lines: of pages, of what passes through, of what is refused at once. */
class AccessLineTest {
  private static String line(Path file, String id) {
    return await()
        .until(
            () ->
                (Files.exists(file) ? Files.readAllLines(file) : List.<String>of())
                    .stream().filter(line -> line.contains(id)).findFirst().orElse(null),
            line -> line != null);
  }

  @Test
  void each_request_has_one_and_it_tells_of_nobody(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deeper/access.log");
    try (House house = new House()) {
      house.articles.on("(GET|PUT) /api/.*", "{\"count\":1,\"recommended\":true}");
      Browser browser = house.gateway("voxpop.access-log", file.toString(), "voxpop.log", "json");
      String[] who = {"User-Agent", "a-browser", "X-Forwarded-For", "203.0.113.9"};
      for (Map.Entry<String, String> each :
          Map.of(
                  "/de/hallo-welt?utm_source=ada@example.org",
                  "\"/{lang}/{slug}\",\"status\":200",
                  "/api/articles?q=ada@example.org",
                  "\"/api/articles/**\",\"status\":200",
                  "/nowhere/at/all/ada@example.org",
                  "\"none\",\"status\":404",
                  "/media/" + House.ARTICLE + "/640.jpg",
                  "\"/media/{id}/{width}.{ext}\",\"status\":404")
              .entrySet()) {
        for (int i = 0; i < 3; i++) {
          String id = header(browser.get(each.getKey(), who), "X-Request-Id");
          assertThat(line(file, id)).contains("\"route\":" + each.getValue());
        }
      }
      var page = browser.bytes("/de/hallo-welt");
      assertThat(line(file, header(page, "X-Request-Id")))
          .contains("\"bytes\":" + page.body().length + ",");
      try (BareWire wire = new BareWire(browser.port)) {
        String told = wire.send("GET / HTTP/1.1\r\nbad\r\n\r\n").rest();
        String id = told.replaceAll("(?s).*\"requestId\":\"([0-9a-f]{32})\".*", "$1");
        assertThat(line(file, id)).contains("\"status\":400");
      }
      assertThat(Files.readString(file))
          .doesNotContain(
              "ada@", "a-browser", "203.0.113", "127.0.0.1", "hallo-welt", "utm_source");
    }
  }
}
