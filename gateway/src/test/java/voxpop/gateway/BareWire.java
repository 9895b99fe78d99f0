package voxpop.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare connection: what goes over it is what the test writes, byte for byte. */
final class BareWire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 40_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

  private final Socket socket;

  BareWire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Sends text as Latin-1; a write that fails means that the other side has had enough. */
  BareWire send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  BareWire send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // its answer, or the end, is read next
    }
    return this;
  }

  /** Whether the other side still takes bytes. */
  boolean takes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** All that comes until the other side ends the connection; it has to. */
  String rest() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      byte[] some = new byte[8192];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        all.write(some, 0, n);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("left hanging after: " + all.toString(StandardCharsets.UTF_8), e);
    } catch (IOException e) {
      // reset: ended as well
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** The status of the only answer that comes before the end; 0 if none does. */
  int onlyStatus() {
    String told = rest();
    Matcher statuses = STATUS.matcher(told);
    int status = 0;
    int answers = 0;
    while (statuses.find()) {
      status = Integer.parseInt(statuses.group(1));
      answers++;
    }
    if (answers > 1) {
      throw new AssertionError("more than one answer: " + told);
    }
    return status;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
