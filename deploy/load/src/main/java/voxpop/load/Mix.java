package voxpop.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Readers of a busy day at a fixed rate: most read an article, some a list or a search, few
 * recommend or comment. Settings by system property: {@code address}, {@code folder} (as {@link
 * Fill} wrote it), {@code rate} (requests a second), {@code seconds}.
 */
public class Mix extends Simulation {
  private static final Path FOLDER = Path.of(System.getProperty("folder"));
  private static final List<Map<String, Object>> PAGES =
      lines("pages").stream().map(page -> Map.<String, Object>of("page", page)).toList();
  private static final String ARTICLE = lines("article").getFirst();
  private static final String TOKEN = lines("token").getFirst();

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChainBuilder read(String name, String path) {
    return feed(listFeeder(PAGES).random())
        .exec(http(name).get(path).header("Accept-Encoding", "gzip").check(status().is(200)));
  }

  private static Choice.WithWeight share(double percent, ChainBuilder what) {
    return percent(percent).then(what);
  }

  /** Sends it. */
  public Mix() {
    ChainBuilder recommend =
        io.gatling.javaapi.core.CoreDsl.exec(
            http("recommend")
                .put("/api/articles/" + ARTICLE + "/recommendation")
                .check(status().is(200)));
    ChainBuilder comment =
        io.gatling.javaapi.core.CoreDsl.exec(
            http("comment")
                .post("/api/comments")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .body(
                    StringBody(
                        "{\"article\":\""
                            + ARTICLE
                            + "\",\"body\":\"A word of a reader.\",\"language\":\"de\"}"))
                .check(status().in(201, 202)));
    var readers =
        scenario("readers")
            .exec(
                randomSwitch()
                    .on(
                        share(80, read("article", "#{page}")),
                        share(8, read("front page", "/de/")),
                        share(4, read("list by API", "/api/articles?language=de&limit=20")),
                        share(3, read("search", "/de/search?q=lasttest")),
                        share(4, recommend),
                        share(1, comment)));
    setUp(
            readers.injectOpen(
                constantUsersPerSec(Double.parseDouble(System.getProperty("rate", "200")))
                    .during(Duration.ofSeconds(Long.getLong("seconds", 60)))))
        .protocols(http.baseUrl(System.getProperty("address")).shareConnections())
        .assertions(global().failedRequests().percent().lte(0.0));
  }
}
