package voxpop.comment.spam;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets redemptions whose challenge has expired, and can't be used again anyway. */
@Singleton
class ExpiredRedemptions {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiredRedemptions.class);

  private final RedemptionRepository redemptions;
  private final Clock clock;

  ExpiredRedemptions(RedemptionRepository redemptions, Clock clock) {
    this.redemptions = redemptions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "1m")
  void forget() {
    try {
      while (redemptions.forgetExpired(clock.instant()) > 0) {
        // more are to go
      }
    } catch (RuntimeException away) {
      LOG.warn("Expired redemptions stay for another minute: {}", away.toString());
    }
  }
}
