package voxpop.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
  /**
   * Where free ones are looked for: above the well-known services, below the ports that Linux gives
   * to outgoing connections (from 32768), which would take one between its choice and its use.
   */
  private static final int FIRST = 20_000;

  private static final int BEYOND = 32_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /** One that nobody listens on. */
  public static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
      try {
        listen(port).close();
        return port;
      } catch (IOException taken) {
        // then another
      }
    }
    throw new CannotStart(
        "No port of the loopback address from %d to %d is free.".formatted(FIRST, BEYOND));
  }

  static int requireFree(int port, String what) {
    try {
      listen(port).close();
      return port;
    } catch (BindException e) {
      throw new CannotStart(
          String.valueOf(e.getMessage()).contains("denied")
              ? "Port %d, wanted for %s, is one that only root may use: choose another with --port."
                  .formatted(port, what)
              : "Port %d, wanted for %s, is taken by another program: end that, or choose another with --port."
                  .formatted(port, what),
          e);
    } catch (IOException e) {
      throw new CannotStart("Port %d, wanted for %s: %s.".formatted(port, what, e.getMessage()), e);
    }
  }

  /** The wanted one, or if it is taken one that nobody listens on; never one of the others. */
  static int preferably(int wanted, Collection<Integer> others) {
    try {
      if (!others.contains(wanted)) {
        listen(wanted).close();
        return wanted;
      }
    } catch (IOException taken) {
      // then another
    }
    int port = free();
    return others.contains(port) ? preferably(wanted, others) : port;
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // as the servers themselves do it: connections of an ended one that linger are no obstacle
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
