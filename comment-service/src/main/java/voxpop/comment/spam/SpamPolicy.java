package voxpop.comment.spam;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import voxpop.kit.problem.Problem;

/**
 * Asks all filters, the cheap ones first. The sum isn't among them: it is used up with what is
 * written, not before.
 */
@Singleton
public class SpamPolicy {
  private final List<SpamFilter> filters;
  private final MeterRegistry metrics;

  SpamPolicy(List<SpamFilter> filters, MeterRegistry metrics) {
    this.filters = filters;
    this.metrics = metrics;
  }

  /**
   * Lets a submission pass.
   *
   * @return the name of the filter that wants a moderator to look first, if one does
   * @throws Problem of the filter that refused
   */
  public Optional<String> admit(Submission submission) {
    Optional<String> held = Optional.empty();
    for (SpamFilter filter : filters) {
      switch (filter.judge(submission)) {
        case Finding.Pass pass -> {}
        case Finding.Hold hold -> held = held.or(() -> Optional.of(filter.name()));
        case Finding.Refuse refuse -> {
          metrics.counter("voxpop.comment.refused", "filter", filter.name()).increment();
          throw refuse.problem();
        }
      }
    }
    held.ifPresent(name -> metrics.counter("voxpop.comment.held", "filter", name).increment());
    return held;
  }
}
