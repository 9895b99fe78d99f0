package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static voxpop.gateway.Browser.header;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.gateway.StandIn.Asked;
import voxpop.gateway.StandIn.Told;
import voxpop.local.Ports;

/** One service is slow, overrun or failing: what the others' callers notice of it. */
class StandingTest {
  /** The slow ones take that long, and longer than anybody waits for them. */
  private static final Duration SLOW = Duration.ofSeconds(20);

  /** Half of it: a busy machine is no reason to fail. */
  private static final Duration QUICK = SLOW.dividedBy(2);

  private final int management = Ports.free();
  private final Browser probe = new Browser(management);
  private final ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final ListAppender<ILoggingEvent> complaints = Complaints.ofTheFramework();
  private House house;
  private Browser browser;

  private record Timed(HttpResponse<String> answer, Duration took) {
    int status() {
      return answer.statusCode();
    }
  }

  @BeforeEach
  void open() {
    house = new House();
    house.articles.on("GET /api/articles.*", "{\"items\":[]}");
    house.translations.on("GET /api/engines", "{\"items\":[]}");
    browser = house.gateway("endpoints.all.port", "" + management);
    browser.get("/de/");
  }

  @AfterEach
  void close() {
    // who is still inside is answered, so that nobody is cut off
    over.countDown();
    crowd.close();
    house.close();
    Complaints.stopHearing(complaints);
    assertThat(complaints.list).as("told besides our own lines").isEmpty();
  }

  private static Timed timed(Supplier<HttpResponse<String>> call) {
    long start = System.nanoTime();
    HttpResponse<String> answer = call.get();
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
  }

  private Timed get(String path) {
    return timed(() -> browser.get(path));
  }

  private List<Future<Timed>> all(int times, String path) {
    List<Future<Timed>> calls = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String one = path.replace("{i}", "" + i);
      calls.add(crowd.submit(() -> get(one)));
    }
    return calls;
  }

  /** Takes its time, and counts who is inside. */
  private Told work(CountDownLatch until) {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      var _ = until.await(SLOW.toSeconds(), TimeUnit.SECONDS);
      return Told.ok("{\"items\":[],\"next\":null,\"total\":0}");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      inside.decrementAndGet();
    }
  }

  /** How often the door counted an answer of this route. */
  private double figures(String route, int status) {
    return probe
        .get("/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
        .filter(line -> line.contains("uri=\"" + route + "\""))
        .filter(line -> line.contains("status=\"" + status + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private String health() {
    return probe.get("/health").body();
  }

  @Test
  void a_service_that_takes_ten_seconds_takes_nobody_else_with_it() throws Exception {
    for (int i = 0; i < 40; i++) {
      house.page("de", "seite-" + i, "Seite " + i, 0);
    }
    house.comments.on(".* /api/comments", asked -> work(over));
    all(200, "/api/comments?article=" + House.ARTICLE);
    await().until(() -> inside.get() >= 64);
    List<Future<Timed>> pages = all(40, "/de/seite-{i}");
    for (int i = 0; i < 20; i++) {
      Timed list = get("/api/articles?n=" + i);
      assertThat(list.status()).isEqualTo(200);
      assertThat(list.took()).isLessThan(QUICK);
      assertThat(get("/api/engines").took()).isLessThan(QUICK);
    }
    assertThat(get("/de/").took()).isLessThan(QUICK);
    assertThat(get("/de/").status()).isEqualTo(200);
    for (Future<Timed> page : pages) {
      // the comments' share of a page's time is 0.8 s; then it is served without them
      assertThat(page.get().status()).isEqualTo(200);
      assertThat(page.get().took()).isLessThan(QUICK);
    }
    assertThat(most).hasValueLessThanOrEqualTo(64);
    assertThat(health()).contains("\"servedPartial\":").doesNotContain("\"servedPartial\":0");
  }

  @Test
  void more_than_a_service_bears_is_refused_early_and_the_rest_is_answered() throws Exception {
    CountDownLatch refusals = new CountDownLatch(200);
    // who is let in is not done before others were refused
    house.articles.on("GET /api/topics", asked -> work(refusals));
    List<Future<Timed>> calls = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      calls.add(
          crowd.submit(
              () -> {
                Timed one = get("/api/topics");
                if (one.status() != 200) {
                  refusals.countDown();
                }
                return one;
              }));
    }
    int answered = 0;
    for (Future<Timed> call : calls) {
      Timed one = call.get();
      if (one.status() == 200) {
        answered++;
      } else {
        assertThat(one.status()).isEqualTo(503);
        assertThat(header(one.answer(), "Retry-After")).isEqualTo("1");
        assertThat(one.answer().body()).contains("/problems/busy");
        assertThat(header(one.answer(), "Voxpop-Busy")).isNull();
      }
    }
    assertThat(most).hasValueLessThanOrEqualTo(64);
    assertThat(answered).isBetween(64, 400);
    // being overrun is no failure: nothing is cut off afterwards
    assertThat(get("/api/articles").status()).isEqualTo(200);
    assertThat(probe.get("/prometheus").body())
        .contains("voxpop_downstream_calls_total{outcome=\"shed\",service=\"article-service\"")
        .contains("voxpop_requests_inside 0.0");
  }

  @Test
  void a_service_that_fails_is_left_alone_for_a_moment_and_health_and_metrics_tell() {
    assertThat(health()).contains("\"article-service\":{\"state\":\"there\"");
    house.translations.on("GET /api/engines", asked -> Told.problem(503, "unavailable", ""));
    for (int i = 0; i < 10; i++) {
      assertThat(browser.get("/api/engines").statusCode()).isEqualTo(503);
    }
    // again where a moment has passed meanwhile, and a call was made to see whether it is back
    await()
        .untilAsserted(
            () -> {
              int asked = house.translations.asked("/api/engines").size();
              Timed refused = get("/api/engines");
              assertThat(refused.status()).isEqualTo(503);
              assertThat(header(refused.answer(), "Retry-After")).isNotNull();
              assertThat(house.translations.asked("/api/engines")).hasSize(asked);
              assertThat(health())
                  .contains("\"translation-service\":{\"state\":\"away\",\"breaker\":\"OPEN\"");
              assertThat(probe.get("/prometheus").body())
                  .contains("voxpop_downstream_breaker{service=\"translation-service\"} 1.0")
                  .contains("voxpop_downstream_breaker{service=\"article-service\"} 0.0");
            });
    assertThat(probe.get("/health/readiness").statusCode()).isEqualTo(200);
    assertThat(figures("/api/engines/**", 503)).isGreaterThan(10);
    house.translations.on("GET /api/engines", "{\"items\":[]}");
    await().until(() -> browser.get("/api/engines").statusCode() == 200);
  }

  @Test
  void a_read_that_failed_is_made_once_more_and_a_write_never() {
    house.articles.on("GET /pages/de/.*", asked -> Told.problem(503, "unavailable", ""));
    assertThat(browser.get("/de/wackelt").statusCode()).isEqualTo(503);
    assertThat(house.articles.asked("/pages/de/wackelt")).hasSize(2);

    house.comments.on("POST /api/comments", StandingTest::hangUp);
    assertThat(browser.json("POST", "/api/comments", "{}").statusCode()).isEqualTo(503);
    assertThat(house.comments.asked("/api/comments")).hasSize(1);
    house.articles.on("POST /api/articles", StandingTest::hangUp);
    assertThat(browser.json("POST", "/api/articles", "{}").statusCode()).isEqualTo(503);
    assertThat(house.articles.asked("/api/articles")).hasSize(1);
  }

  @Test
  void those_who_send_slowly_leave_room_for_others() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) {
        Socket one = new Socket("127.0.0.1", browser.port);
        slow.add(one);
        one.getOutputStream()
            .write(
                "POST /api/media HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\nx"
                    .getBytes(StandardCharsets.US_ASCII));
      }
      for (int i = 0; i < 20; i++) {
        Timed list = get("/api/articles");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.took()).isLessThan(QUICK);
      }
    } finally {
      for (Socket one : slow) {
        one.close();
      }
    }
    // that they broke off is no failure of the service
    assertThat(get("/api/articles").status()).isEqualTo(200);
    assertThat(health()).doesNotContain("OPEN");
  }

  /** Breaks the connection instead of answering: nobody can know what was done. */
  private static Told hangUp(Asked asked) {
    throw new IllegalStateException("hung up");
  }

  @Test
  void old_pages_are_counted_while_the_services_are_away() {
    // kept: a purge may have come just before
    await()
        .until(() -> "voxpop; hit".equals(header(browser.get("/de/hallo-welt"), "Cache-Status")));
    house.articles.close();
    await().until(() -> header(browser.get("/de/hallo-welt"), "Cache-Status").contains("stale"));
    assertThat(health())
        .contains("\"feedsNotHeard\":[\"article-service\"]")
        .contains("\"servedStale\":")
        .doesNotContain("\"servedStale\":0");
    assertThat(probe.get("/prometheus").body())
        .contains("voxpop_pages_total{cache=\"hit; detail=stale\"");
    assertThat(probe.get("/health/readiness").statusCode()).isEqualTo(200);
  }
}
