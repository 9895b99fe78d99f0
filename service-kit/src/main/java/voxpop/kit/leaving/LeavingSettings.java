package voxpop.kit.leaving;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much time a program takes to leave.
 *
 * @param drain how long it serves on after it said that it leaves: longer than others take to hear
 *     of it; where nothing is set, {@link #HEARD_BY_ALL} if Consul was told, else nothing
 * @param finish how long requests that have begun may take after that
 */
@ConfigurationProperties("voxpop.leaving")
record LeavingSettings(@Nullable Duration drain, @Bindable(defaultValue = "10s") Duration finish) {
  /** Others ask Consul every second, and have what they chose in hand for a moment longer. */
  static final Duration HEARD_BY_ALL = Duration.ofSeconds(5);

  Duration drain(boolean announced) {
    if (drain != null) {
      return drain;
    }
    return announced ? HEARD_BY_ALL : Duration.ZERO;
  }
}
