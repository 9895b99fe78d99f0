package voxpop.gateway.page;

import java.net.URI;

/** An old address: what was there is found at another one now. */
final class Moved extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final URI location;

  Moved(URI location) {
    super("moved to " + location, null, false, false);
    this.location = location;
  }

  URI location() {
    return location;
  }
}
