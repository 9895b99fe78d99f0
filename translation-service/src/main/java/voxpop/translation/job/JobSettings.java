package voxpop.translation.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How the queue is worked.
 *
 * @param lease after this long an instance that claimed segments and said nothing more counts as
 *     dead
 * @param attempts how often one segment is tried before it is left to people
 * @param pause after a failure; doubles with each
 */
@ConfigurationProperties("voxpop.translation")
record JobSettings(
    @Bindable(defaultValue = "60s") Duration lease,
    @Bindable(defaultValue = "5") @Min(1) int attempts,
    @Bindable(defaultValue = "2s") Duration pause) {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  Duration pauseAfter(int attempt) {
    Duration doubled = pause.multipliedBy(1L << Math.clamp(attempt - 1, 0, 20));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
