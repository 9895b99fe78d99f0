package voxpop.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;

/** Ports of the loopback address. */
final class Ports {
  private Ports() {}

  /** One that the kernel says is free; somebody else may still be faster. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
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

  /**
   * The wanted one, or if it is taken one that the kernel says is free; never one of the others.
   */
  static int preferably(int wanted, Collection<Integer> others) {
    try {
      if (!others.contains(wanted)) {
        listen(wanted).close();
        return wanted;
      }
    } catch (IOException taken) {
      // then another
    }
    try {
      int port = free();
      return others.contains(port) ? preferably(wanted, others) : port;
    } catch (IOException e) {
      throw new CannotStart("No port of the loopback address is free: " + e.getMessage(), e);
    }
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
