package voxpop.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voxpop.kit.problem.Problem;

class CatchingUpTest {
  private final CatchingUp catchingUp = new CatchingUp();
  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void of_many_who_ask_while_one_reads_one_more_reads_and_all_return() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread first =
        Thread.startVirtualThread(
            () ->
                catchingUp.run(
                    () -> {
                      readings.incrementAndGet();
                      asked.countDown();
                      return await(go);
                    }));
    asked.await();
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      others.add(
          Thread.startVirtualThread(() -> catchingUp.run(() -> readings.incrementAndGet() > 0)));
    }
    while (others.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE)) {
      Thread.onSpinWait();
    }
    go.countDown();
    first.join(Duration.ofSeconds(30));
    for (Thread other : others) {
      assertThat(other.join(Duration.ofSeconds(30))).isTrue();
    }

    assertThat(readings).hasValue(2);
  }

  @Test
  void a_feed_without_an_end_is_told_after_a_while() {
    assertThatThrownBy(() -> catchingUp.run(() -> false)).isInstanceOf(Problem.class);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
