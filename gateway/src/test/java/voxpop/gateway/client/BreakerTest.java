package voxpop.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final AtomicLong now = new AtomicLong(1_000_000);
  private final Breaker breaker =
      new Breaker(
          new Clock() {
            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return Instant.ofEpochMilli(now.get());
            }
          });

  private void fail(int times) {
    IntStream.range(0, times).forEach(i -> breaker.failed());
  }

  @Test
  void it_opens_after_failures_in_a_row_only() {
    fail(Breaker.FAILURES - 1);
    breaker.succeeded();
    fail(Breaker.FAILURES - 1);
    assertThat(breaker.allows()).isTrue();
    fail(1);
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void one_call_per_pause_tries_whether_it_is_back() {
    fail(Breaker.FAILURES);
    now.addAndGet(Breaker.PAUSE_MILLIS);
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isFalse();
    breaker.succeeded();
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isTrue();
  }
}
