package voxpop.gateway.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Stands before one service: so many calls at once and no more, and none for a moment while it
 * fails. Typed calls and streamed ones pass the same guard, so that together they can't take more
 * of the door than this.
 */
public final class Guard {
  /** Calls at once. A slow service may hold so many of the door's, and no more. */
  static final int AT_ONCE = 64;

  /** So long a call waits for its turn at most. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** So many wait: what a service that answers within half a second works off in that time. */
  static final int WAITING = 2 * AT_ONCE;

  /**
   * Of the places, so many are for large bodies, whose senders decide how long they take: they may
   * not take all.
   */
  static final int UPLOADS = 16;

  private static final CircuitBreakerConfig RULES =
      CircuitBreakerConfig.custom()
          // Few enough to spare a page the waiting, many enough that one lost connection is none.
          .slidingWindowSize(10)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          // Then one call tries whether it is back.
          .waitDurationInOpenState(Duration.ofSeconds(1))
          .permittedNumberOfCallsInHalfOpenState(1)
          .maxWaitDurationInHalfOpenState(Duration.ofSeconds(2))
          .writableStackTraceEnabled(false)
          .build();

  private final String service;
  private final Executor blocking;
  private final MeterRegistry metrics;
  private final CircuitBreaker breaker;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Semaphore uploads = new Semaphore(UPLOADS);
  private final AtomicInteger waiting = new AtomicInteger();

  Guard(String service, Executor blocking, MeterRegistry metrics) {
    this.service = service;
    this.blocking = blocking;
    this.metrics = metrics;
    this.breaker = CircuitBreaker.of(service, RULES);
    Tags tags = Tags.of("service", service);
    // 0 closed, 1 open, 2 trying: as the states are numbered there
    metrics.gauge("voxpop.downstream.breaker", tags, breaker, b -> b.getState().getOrder());
    metrics.gauge("voxpop.downstream.inside", tags, this, Guard::inside);
  }

  /**
   * Waits for a place.
   *
   * @param within how long at most; never longer than {@link #PATIENCE}
   * @throws Unavailable if the service fails at the moment, or there is no place in time
   */
  Pass enter(Duration within) {
    requireClosed();
    takePlace(within.compareTo(PATIENCE) < 0 ? within : PATIENCE);
    return new Pass(this, false);
  }

  private void takePlace(Duration within) {
    try {
      if (places.tryAcquire() || await(within)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    breaker.releasePermission();
    count("shed");
    throw Unavailable.busy(service);
  }

  /**
   * As {@link #enter}, for the event loop: who has to wait does so elsewhere.
   *
   * @param upload whether a large body comes along; there is room for few of these, or none at once
   */
  public Mono<Pass> entered(boolean upload) {
    return Mono.<Pass>create(sink -> enter(sink, upload)).doOnDiscard(Pass.class, Pass::abandoned);
  }

  private void enter(MonoSink<Pass> sink, boolean upload) {
    if (upload && !uploads.tryAcquire()) {
      count("shed");
      sink.error(Unavailable.busy(service));
      return;
    }
    try {
      requireClosed();
      if (places.tryAcquire()) {
        sink.success(new Pass(this, upload));
        return;
      }
      breaker.releasePermission();
      blocking.execute(() -> enterWaiting(sink, upload));
    } catch (RuntimeException e) {
      refuse(sink, upload, e);
    }
  }

  private void enterWaiting(MonoSink<Pass> sink, boolean upload) {
    try {
      requireClosed();
      takePlace(PATIENCE);
      sink.success(new Pass(this, upload));
    } catch (RuntimeException e) {
      refuse(sink, upload, e);
    }
  }

  private void refuse(MonoSink<Pass> sink, boolean upload, RuntimeException why) {
    if (upload) {
      uploads.release();
    }
    sink.error(why);
  }

  private boolean await(Duration within) throws InterruptedException {
    try {
      return waiting.incrementAndGet() <= WAITING
          && places.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void requireClosed() {
    if (!breaker.tryAcquirePermission()) {
      count("refused");
      throw new Unavailable(service, "not asked: it failed a moment ago", null);
    }
  }

  /** Whether it is known to fail. */
  boolean open() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  String state() {
    return breaker.getState().name();
  }

  int inside() {
    return AT_ONCE - places.availablePermits();
  }

  void retried() {
    count("retried");
  }

  void answered(boolean upload) {
    leave(upload);
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    count("answered");
  }

  void failed(boolean upload, Throwable failure) {
    leave(upload);
    breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    count("failed");
  }

  /** It ended in a way that says nothing about the service. */
  void abandoned(boolean upload, String how) {
    leave(upload);
    breaker.releasePermission();
    count(how);
  }

  private void leave(boolean upload) {
    places.release();
    if (upload) {
      uploads.release();
    }
  }

  private void count(String outcome) {
    metrics.counter("voxpop.downstream.calls", "service", service, "outcome", outcome).increment();
  }
}
