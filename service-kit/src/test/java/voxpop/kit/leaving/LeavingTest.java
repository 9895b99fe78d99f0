package voxpop.kit.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** From the signal to the end. */
@MicronautTest(transactional = false)
class LeavingTest extends ServiceTest {
  private static final Duration DRAIN = Duration.ofMillis(3_500);
  private static final Duration WORK = Duration.ofMillis(4_500);

  /** Waited for by nobody. */
  private static final Duration POLL = Duration.ofSeconds(25);

  @Inject
  @Value("${endpoints.all.port}")
  int management;

  @Inject Leaving leaving;
  @Inject Work work;

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "voxpop.leaving.drain",
        DRAIN.toMillis() + "ms",
        "voxpop.leaving.finish",
        "20s",
        "voxpop.test.leaving",
        "true");
  }

  /** Takes its time. */
  @Controller("/test/long-work")
  @Requires(property = "voxpop.test.leaving")
  static class Work {
    final AtomicInteger inside = new AtomicInteger();

    @Get("/{millis}")
    String work(long millis) throws InterruptedException {
      inside.incrementAndGet();
      Thread.sleep(millis);
      return "done";
    }
  }

  @Test
  void who_comes_is_served_and_what_has_begun_is_finished_before_the_end() throws Exception {
    Http probe = new Http(URI.create("http://127.0.0.1:" + management), Map.of());
    assertThat(probe.get("/health/readiness").status()).isEqualTo(200);
    assertThat(http.get("/test/long-work/0").header("Connection")).isNull();
    work.inside.set(0);
    var begun = CompletableFuture.supplyAsync(() -> http.get("/test/long-work/" + WORK.toMillis()));
    var poll = CompletableFuture.supplyAsync(() -> http.get("/changes?timeout=" + POLL.toMillis()));
    await().until(() -> work.inside.get() == 1);
    long start = System.nanoTime();
    var end = CompletableFuture.runAsync(server::stop);
    await().until(leaving::now);

    Http.Answer late = http.get("/test/long-work/0");
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.header("Connection")).isEqualTo("close");
    assertThat(probe.get("/health/readiness").status()).isEqualTo(503);
    assertThat(probe.get("/health/liveness").status()).isEqualTo(200);

    end.get(60, TimeUnit.SECONDS);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(begun.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
    assertThat(poll.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(took).isBetween(DRAIN, POLL.dividedBy(2).plus(WORK));
    assertThatThrownBy(() -> http.get("/test/long-work/0"))
        .hasCauseInstanceOf(java.net.ConnectException.class);
  }
}
