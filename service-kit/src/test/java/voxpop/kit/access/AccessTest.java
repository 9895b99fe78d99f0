package voxpop.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import voxpop.kit.problem.Problem;
import voxpop.kit.test.Folders;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** What a program tells of each request. */
@MicronautTest(transactional = false)
class AccessTest extends ServiceTest {
  private static final Path FILE = Folders.untilTheEnd("voxpop-access").resolve("access.log");

  @Controller("/doors")
  @Requires(property = "voxpop.test.access")
  static class DoorController {
    @Get("/{number}")
    String open(int number) {
      if (number == 0) {
        throw Problem.notFound("No such door.");
      }
      LoggerFactory.getLogger("voxpop.test.door").info("opened {}", number);
      return "x".repeat(number);
    }
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "voxpop.access-log", FILE.toString(), "voxpop.log", "json", "voxpop.test.access", "true");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> lineOf(String id) {
    String line =
        await()
            .until(
                () ->
                    Files.exists(FILE)
                        ? Files.readAllLines(FILE).stream()
                            .filter(l -> l.contains(id))
                            .findFirst()
                            .orElse(null)
                        : null,
                l -> l != null);
    try {
      return JsonMapper.createDefault().readValue(line, Map.class);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void each_request_has_one_line_with_its_route_and_nothing_of_who_asked() {
    Http.Answer answer = http.with("User-Agent", "spy").get("/doors/42?email=ada@example.org");

    String id = answer.header("X-Request-Id");
    Map<String, Object> line = lineOf(id);
    assertThat(line)
        .containsEntry("requestId", id)
        .containsEntry("method", "GET")
        .containsEntry("route", "/doors/{number}")
        .containsEntry("status", 200)
        .containsEntry("bytes", 42)
        .containsOnlyKeys(
            "timestamp",
            "level",
            "loggerName",
            "requestId",
            "method",
            "route",
            "status",
            "bytes",
            "micros");
    assertThat(answer.header("Voxpop-Route")).isNull();
  }

  @Test
  void an_id_that_another_program_passes_on_is_kept_and_an_odd_one_is_not() {
    String id = RequestId.next();
    assertThat(http.with("X-Request-Id", id).get("/doors/1").header("X-Request-Id")).isEqualTo(id);
    assertThat(http.with("X-Request-Id", "a b\"c").get("/doors/1").header("X-Request-Id"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void a_problem_names_the_request() {
    Http.Answer answer = http.get("/doors/0");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
    assertThat(http.get("/nowhere").text("requestId")).hasSize(32);
    assertThat(lineOf(http.get("/nowhere/at/all").header("X-Request-Id")))
        .containsEntry("route", "none")
        .containsEntry("status", 404);
    assertThat(http.without("Voxpop-Internal").get("/doors/1").text("requestId")).hasSize(32);
  }

  @Test
  void what_is_logged_on_the_way_names_the_request() {
    Logger logger = (Logger) LoggerFactory.getLogger("voxpop.test.door");
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.addFilter(new RequestOfEvent());
    seen.start();
    logger.addAppender(seen);
    try {
      Http.Answer answer = http.get("/doors/7");
      assertThat(seen.list)
          .extracting(e -> e.getMDCPropertyMap().get("requestId"))
          .containsExactly(answer.header("X-Request-Id"));
    } finally {
      logger.detachAppender(seen);
    }
  }

  @Test
  void lines_are_for_people_or_for_programs() {
    assertThat(lines(false))
        .singleElement()
        .asString()
        .matches(
            "[0-9:.]{12} INFO  access GET /\\{lang}/\\{slug} 200 1234 B 5 µs 0123456789abcdef");
    assertThat(lines(true))
        .containsExactly(
            "{\"timestamp\":1700000000007,\"level\":\"INFO\",\"loggerName\":\"access\",\"requestId\":\"0123456789abcdef\","
                + "\"method\":\"GET\",\"route\":\"/{lang}/{slug}\",\"status\":200,\"bytes\":1234,\"micros\":5}");
  }

  private static List<String> lines(boolean json) {
    AccessLine line = new AccessLine(json, 4096);
    line.add(1_700_000_000_007L, "GET", "/{lang}/{slug}", 200, 1234, 5_999, "0123456789abcdef");
    return new String(line.bytes(), 0, line.size(), java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  @Test
  void nothing_that_somebody_sends_ends_a_line() {
    AccessLine line = new AccessLine(true, 4096);
    line.add(1, "GE\"T\n\u00e9", "/a\\\"\r\n" + "x".repeat(999), 200, -1, Long.MAX_VALUE, "id");
    String written =
        new String(line.bytes(), 0, line.size(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(written).hasSizeLessThan(AccessLine.LONGEST).contains("GE_T__").endsWith("}\n");
    assertThat(written.lines()).hasSize(1);
  }
}
