package voxpop.gateway.client;

import org.jspecify.annotations.Nullable;

/** A service is away, too slow, or failed: nothing is known about the question. */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String service;
  private final boolean busy;

  Unavailable(String service, String why, @Nullable Throwable cause) {
    this(service, why, cause, false);
  }

  private Unavailable(String service, String why, @Nullable Throwable cause, boolean busy) {
    super(service + ": " + why, cause);
    this.service = service;
    this.busy = busy;
  }

  static Unavailable busy(String service) {
    return new Unavailable(service, "too much is asked of it", null, true);
  }

  /** Whether it is there, but has too much to do. */
  public boolean isBusy() {
    return busy;
  }

  /** Its name, such as {@code comment-service}. */
  public String service() {
    return service;
  }
}
