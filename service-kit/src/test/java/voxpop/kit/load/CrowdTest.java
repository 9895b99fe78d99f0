package voxpop.kit.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** More is asked than can be done. */
@MicronautTest(transactional = false)
class CrowdTest extends ServiceTest {
  private static final int AT_ONCE = 8;
  private static final int CALLERS = 10 * AT_ONCE;

  /** Longer than a caller waits: who is let in is done only when all others were refused. */
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  @Inject Work work;

  @Inject
  @Value("${endpoints.all.port}")
  int management;

  @Override
  protected Map<String, String> settings() {
    return Map.of("voxpop.load.at-once", "" + AT_ONCE, "voxpop.test.crowd", "true");
  }

  /** Takes its time, and counts who is inside. */
  @Controller("/test/work")
  @Requires(property = "voxpop.test.crowd")
  static class Work {
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    volatile CountDownLatch refusals = new CountDownLatch(0);

    @Get
    String work() throws InterruptedException {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        return refusals.await(AT_MOST.toSeconds(), TimeUnit.SECONDS) ? "done" : "in vain";
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  private Http.Answer call() {
    Http.Answer answer = http.get("/test/work");
    if (answer.status() != 200) {
      work.refusals.countDown();
    }
    return answer;
  }

  @Test
  void what_is_too_much_is_refused_at_once_and_what_was_let_in_is_answered() throws Exception {
    http.get("/test/work"); // everything is loaded
    work.refusals = new CountDownLatch(CALLERS - AT_ONCE);
    List<Http.Answer> all = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Http.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(callers.submit(this::call));
      }
      Http probe = new Http(URI.create("http://127.0.0.1:" + management), Map.of());
      assertThat(probe.get("/health/liveness").status()).isEqualTo(200);
      for (Future<Http.Answer> call : calls) {
        all.add(call.get());
      }
      assertThat(probe.get("/prometheus").body()).contains("voxpop_requests_shed_total");
    }
    assertThat(work.most).hasValueLessThanOrEqualTo(AT_ONCE);
    List<Http.Answer> refused = all.stream().filter(a -> a.status() != 200).toList();
    assertThat(refused).hasSize(CALLERS - AT_ONCE);
    for (Http.Answer one : refused) {
      assertThat(one.status()).isEqualTo(503);
      assertThat(one.header("Retry-After")).isEqualTo("1");
      assertThat(one.header("Content-Type")).startsWith("application/problem+json");
      assertThat(one.text("type")).isEqualTo("/problems/busy");
    }
    assertThat(all).filteredOn(a -> a.status() == 200).allMatch(a -> a.body().equals("done"));
    assertThat(http.get("/test/work").status()).isEqualTo(200);
  }
}
