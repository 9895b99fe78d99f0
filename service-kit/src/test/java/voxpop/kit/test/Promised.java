package voxpop.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;

/**
 * What is promised within a time. A machine that stalls breaks a promise now and then, a program
 * that doesn't keep it breaks it always: so it is tried a few times, and once has to be in time.
 * That it comes at all is demanded every time.
 */
public final class Promised {
  private static final int ROUNDS = 6;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Promised() {}

  /** One try. */
  public interface Round {
    /**
     * Does what is to have an effect, from whose end on the time counts.
     *
     * @param number from 1 on, so that each round's effect can be told from the last one's
     * @return fails until the effect is there
     */
    ThrowingRunnable begin(int number) throws Exception;
  }

  /**
   * Tries until it was in time.
   *
   * @return how often it was tried
   */
  public static int within(Duration time, Round round) throws Exception {
    List<Duration> took = new ArrayList<>();
    do {
      ThrowingRunnable effect = round.begin(took.size() + 1);
      long began = System.nanoTime();
      await().pollDelay(Duration.ZERO).pollInterval(BETWEEN_LOOKS).untilAsserted(effect);
      took.add(Duration.ofNanos(System.nanoTime() - began));
    } while (took.size() < ROUNDS && took.getLast().compareTo(time) > 0);
    assertThat(took.getLast()).as("%s were promised, it took %s", time, took).isLessThan(time);
    return took.size();
  }
}
