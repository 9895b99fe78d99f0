package voxpop.kit.rotation;

import io.micronaut.discovery.exceptions.NoAvailableServiceException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/** Tells a call that never left from one that may have been done. */
public final class Unsent {
  private Unsent() {}

  /** Whether no connection was ever there for it: nothing was sent, so it can be made again. */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // refused, or not established in time: Netty's own exceptions extend this one
      if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof UnknownHostException
          || cause instanceof NoAvailableServiceException) {
        return true;
      }
    }
    return false;
  }
}
