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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/** More is asked than can be done. */
@MicronautTest(transactional = false)
class CrowdTest extends ServiceTest {
  private static final int AT_ONCE = 8;
  private static final Duration WORK = Duration.ofMillis(400);

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

    @Get
    String work() throws InterruptedException {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        Thread.sleep(WORK);
        return "done";
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  private record Timed(Http.Answer answer, Duration took) {}

  private Timed timed() {
    long start = System.nanoTime();
    Http.Answer answer = http.get("/test/work");
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
  }

  @Test
  void what_is_too_much_is_refused_at_once_and_what_was_let_in_is_answered() throws Exception {
    http.get("/test/work"); // everything is loaded
    List<Timed> all = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Timed>> calls = new ArrayList<>();
      for (int i = 0; i < 10 * AT_ONCE; i++) {
        calls.add(callers.submit(this::timed));
      }
      Http probe = new Http(URI.create("http://127.0.0.1:" + management), Map.of());
      assertThat(probe.get("/health/liveness").status()).isEqualTo(200);
      for (Future<Timed> call : calls) {
        all.add(call.get());
      }
      assertThat(probe.get("/prometheus").body()).contains("voxpop_requests_shed_total");
    }
    assertThat(work.most).hasValueLessThanOrEqualTo(AT_ONCE);
    List<Timed> refused = all.stream().filter(t -> t.answer().status() != 200).toList();
    assertThat(all.size() - refused.size()).isGreaterThanOrEqualTo(AT_ONCE);
    assertThat(refused).isNotEmpty();
    for (Timed one : refused) {
      assertThat(one.answer().status()).isEqualTo(503);
      assertThat(one.answer().header("Retry-After")).isEqualTo("1");
      assertThat(one.answer().header("Content-Type")).startsWith("application/problem+json");
      assertThat(one.answer().text("type")).isEqualTo("/problems/busy");
    }
    assertThat(all).allSatisfy(one -> assertThat(one.took()).isLessThan(WORK.multipliedBy(5)));
    assertThat(http.get("/test/work").status()).isEqualTo(200);
  }
}
