package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Told;
import voxpop.kit.test.Promised;
import voxpop.local.Ports;

/** Two instances of a service, one of which dies or hangs: readers don't notice. */
class InstancesTest {
  /** Within this, calls go to the other instance alone. */
  private static final Duration OUT_WITHIN = Duration.ofSeconds(2);

  /** What a machine that does other things as well may add to it. */
  private static final Duration BUSY = Duration.ofSeconds(8);

  private final StandIn second = new StandIn("article-service");
  private final int management = Ports.free();
  private final AtomicBoolean hangs = new AtomicBoolean();
  private House house;
  private Browser browser;

  @BeforeEach
  void open() {
    house = new House();
    for (StandIn one : List.of(house.articles, second)) {
      one.on("GET /api/articles", "{\"items\":[]}");
      one.on(
          "POST /api/articles",
          asked -> Told.of(201, "{\"length\":" + asked.body().length() + "}"));
    }
    house.articles.on(
        "GET /site",
        "{\"name\":\"x\",\"address\":\"http://localhost\",\"language\":\"de\",\"languages\":[\"de\"],\"timeZone\":\"UTC\",\"version\":1}");
    browser =
        house.gateway(
            "endpoints.all.port",
            "" + management,
            "micronaut.http.services.article-service.urls",
            List.of(house.articles.address(), second.address()));
  }

  @AfterEach
  void close() {
    hangs.set(false);
    house.close();
    second.close();
  }

  private Duration read() {
    long start = System.nanoTime();
    HttpResponse<String> answer = browser.get("/api/articles");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void write() {
    String text = "x".repeat(50_000);
    HttpResponse<String> answer = browser.json("POST", "/api/articles", text);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"length\":50000}");
  }

  @Test
  void both_are_asked_in_turn() {
    for (int i = 0; i < 10; i++) {
      read();
    }
    assertThat(house.articles.asked("/api/articles")).hasSizeBetween(3, 7);
    assertThat(second.asked("/api/articles")).hasSizeBetween(3, 7);
  }

  @Test
  void one_that_is_gone_costs_no_request_not_even_a_write() {
    read();
    read();
    second.close();
    for (int i = 0; i < 10; i++) {
      write();
      read();
    }
    assertThat(house.articles.asked("/api/articles")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(new Browser(management).get("/health").body())
        .contains("\"instances\":2,\"instancesSetAside\":1");
    second.start();
    int before = second.asked("/api/articles").size();
    await()
        .until(
            () -> {
              read();
              return second.asked("/api/articles").size() > before;
            });
  }

  @Test
  void one_that_hangs_is_out_within_two_seconds_and_what_waited_for_it_is_read_elsewhere()
      throws Exception {
    read();
    read();
    second.on("GET /.*", this::hang);
    Promised.within(
        OUT_WITHIN,
        round -> {
          hangs.set(false);
          await().until(this::secondIsAsked);
          hangs.set(true);
          return () -> {
            int before = second.asked("/api/articles").size();
            for (int i = 0; i < 20; i++) {
              // none fails, and none takes as long as it hangs
              assertThat(read()).isLessThan(OUT_WITHIN.plus(BUSY));
            }
            assertThat(second.asked("/api/articles")).hasSize(before);
          };
        });
  }

  private boolean secondIsAsked() {
    int before = second.asked("/api/articles").size();
    read();
    read();
    return second.asked("/api/articles").size() > before;
  }

  private Told hang(StandIn.Asked asked) {
    try {
      while (hangs.get()) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Told.ok("{}");
  }
}
