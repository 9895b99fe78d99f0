package voxpop.gateway.limit;

import java.util.Locale;
import voxpop.kit.shared.SharedSettings;

/** Each counts in buckets of its own. */
public enum Policy {
  /** Comments of one network. */
  COMMENTS,
  /** Recommendations of one reader. */
  RECOMMENDATIONS,
  /** Recommendations of one network. */
  RECOMMENDATIONS_PER_NETWORK,
  /** All other writing. */
  WRITES,
  /** Reading below {@code /api}. */
  READS;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String setting = "gateway.limits." + word;

  /** As the headers name it. */
  String word() {
    return word;
  }

  /** As it is set now: for all gateways together in Consul, else for this one. */
  int perMinute(LimitSettings settings, SharedSettings shared) {
    return shared.positive(setting, own(settings));
  }

  private int own(LimitSettings settings) {
    return switch (this) {
      case COMMENTS -> settings.comments();
      case RECOMMENDATIONS -> settings.recommendations();
      case RECOMMENDATIONS_PER_NETWORK -> settings.recommendationsPerNetwork();
      case WRITES -> settings.writes();
      case READS -> settings.reads();
    };
  }
}
