package voxpop.gateway.client;

import io.micronaut.http.HttpMethod;
import java.time.Duration;
import voxpop.kit.rotation.Hanging;
import voxpop.kit.rotation.Unsent;

/** Which calls are made a second time, most likely to another instance: at most once each. */
public final class Again {
  private Again() {}

  public static boolean reads(HttpMethod method) {
    return method == HttpMethod.GET || method == HttpMethod.HEAD;
  }

  /**
   * Whether to.
   *
   * @param left of the time that the call was given, {@code within}
   */
  public static boolean may(HttpMethod method, Throwable failure, Duration left, Duration within) {
    if (!left.isPositive()) {
      return false;
    }
    // Anything that may have been done is never sent twice.
    if (Unsent.is(failure)) {
      return true;
    }
    if (!reads(method)) {
      return false;
    }
    // More of the same is what it can't bear.
    if (failure instanceof Unavailable unavailable && unavailable.isBusy()) {
      return false;
    }
    // Half the time must be left: a service that is merely slow isn't asked to be slow twice.
    return failure.getCause() instanceof Hanging
        || failure instanceof Hanging
        || left.compareTo(within.dividedBy(2)) >= 0;
  }
}
