package voxpop.gateway.client;

import org.jspecify.annotations.Nullable;

/** A service is away, too slow, or failed: nothing is known about the question. */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String service;

  Unavailable(String service, String why, @Nullable Throwable cause) {
    super(service + ": " + why, cause);
    this.service = service;
  }

  /** Its name, such as {@code comment-service}. */
  public String service() {
    return service;
  }
}
