package voxpop.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.HouseHeaders;

class GuardTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Guard guard = new Guard("comment-service", threads, metrics);

  @AfterEach
  void close() {
    threads.close();
  }

  private void answer(int status) {
    guard.enter(LONG).answered(HttpResponse.status(HttpStatus.valueOf(status)));
  }

  private List<Pass> full() {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < Guard.AT_ONCE; i++) {
      passes.add(guard.enter(LONG));
    }
    return passes;
  }

  private double counted(String outcome) {
    return metrics
        .counter("voxpop.downstream.calls", "service", "comment-service", "outcome", outcome)
        .count();
  }

  @Test
  void it_opens_when_half_of_the_calls_fail_and_one_call_then_tries_whether_it_is_back() {
    for (int i = 0; i < 3; i++) {
      assertThat(guard.open()).isFalse();
      answer(200);
      answer(503);
    }
    assertThat(guard.open()).isTrue();
    await().until(this::refuses);
    assertThat(counted("refused")).isEqualTo(1);
    AtomicReference<Pass> tries = new AtomicReference<>();
    await().ignoreExceptions().until(() -> tries.updateAndGet(p -> guard.enter(LONG)) != null);
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> guard.enter(LONG));
    tries.get().answered(HttpResponse.ok());
    answer(200);
    answer(200);
    assertThat(guard.open()).isFalse();
  }

  /** A machine may stall for longer than it is open: what gets in then fails, and opens it anew. */
  private boolean refuses() {
    try {
      answer(503);
      return false;
    } catch (Unavailable refused) {
      return !refused.isBusy();
    }
  }

  @Test
  void neither_a_no_nor_a_lack_of_room_is_a_failure() {
    for (int i = 0; i < 20; i++) {
      answer(404);
      answer(422);
      guard
          .enter(LONG)
          .answered(
              HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header(HouseHeaders.BUSY, "1"));
      guard.enter(LONG).abandoned();
    }
    List<Pass> passes = full();
    for (int i = 0; i < 20; i++) {
      assertThatExceptionOfType(Unavailable.class)
          .isThrownBy(() -> guard.enter(Duration.ofMillis(1)))
          .matches(Unavailable::isBusy);
    }
    passes.forEach(Pass::abandoned);
    assertThat(guard.open()).isFalse();
    assertThat(guard.inside()).isZero();
    assertThat(counted("shed")).isEqualTo(40);
    answer(200);
  }

  @Test
  void who_finds_no_place_waits_for_its_turn_and_who_gives_up_takes_none() {
    List<Pass> passes = full();
    var waits = guard.entered(false).toFuture();
    var gaveUp = guard.entered(false).subscribe();
    assertThat(waits).isNotDone();
    gaveUp.dispose();
    passes.forEach(Pass::abandoned);
    assertThat(waits.join()).isNotNull();
    await().until(() -> guard.inside() == 1);
  }

  @Test
  void who_would_have_to_wait_too_long_is_told_so() {
    full();
    long start = System.nanoTime();
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> guard.enter(LONG))
        .matches(Unavailable::isBusy);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Guard.PATIENCE, LONG.dividedBy(2));
  }

  @Test
  void no_more_wait_than_can_be_served_in_time() {
    full();
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              for (int i = 0; i < Guard.WAITING; i++) {
                guard.entered(false).onErrorComplete().subscribe();
              }
              long asked = System.nanoTime();
              assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> guard.enter(LONG));
              return System.nanoTime() - asked < Guard.PATIENCE.toNanos() / 4;
            });
  }

  @Test
  void large_bodies_leave_room_for_others() {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < Guard.UPLOADS; i++) {
      passes.add(guard.entered(true).block());
    }
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> guard.entered(true).block())
        .matches(Unavailable::isBusy);
    guard.enter(LONG).answered(HttpResponse.ok());
    passes.forEach(Pass::abandoned);
    guard.entered(true).block().answered(HttpResponse.ok());
    assertThat(guard.inside()).isZero();
  }

  @Test
  void a_pass_ends_once() {
    Pass pass = guard.enter(LONG);
    pass.answered(HttpResponse.ok());
    pass.failed(new IllegalStateException());
    pass.abandoned();
    assertThat(guard.inside()).isZero();
    assertThat(counted("answered")).isEqualTo(1);
    assertThat(counted("failed")).isZero();
  }
}
