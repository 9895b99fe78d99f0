package voxpop.gateway.client;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

/** A call that was given up may still fail: nobody waits for it any more, so it is no error. */
@Context
class DroppedErrors {
  private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

  @PostConstruct
  void expect() {
    Hooks.onErrorDropped(failure -> LOG.debug("A call failed after it was given up", failure));
  }
}
