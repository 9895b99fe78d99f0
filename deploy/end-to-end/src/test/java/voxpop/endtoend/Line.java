package voxpop.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive connection, over which nothing is ever sent twice: the clients of libraries try
 * again by themselves, and then a test doesn't see what was lost.
 */
final class Line implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  record Answer(int status, Map<String, String> headers, String body) {}

  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean open = true;
  final int port;

  /**
   * @throws java.net.ConnectException if nobody listens there
   */
  Line(int port) throws IOException {
    this.port = port;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** False after an answer that said {@code Connection: close}. */
  boolean isOpen() {
    return open;
  }

  Answer send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    if (body != null) {
      head.append("Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    request.write(bytes);
    socket.getOutputStream().write(request.toByteArray());
    Answer answer = read(method);
    if ("close".equalsIgnoreCase(answer.headers().get("connection"))) {
      close();
    }
    return answer;
  }

  private Answer read(String method) throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    boolean none = method.equals("HEAD") || status == 204 || status == 304;
    byte[] body = none ? new byte[0] : body(headers);
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (!"chunked".equals(headers.get("transfer-encoding"))) {
      return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      all.write(exactly(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended within an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended before the answer");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    open = false;
    socket.close();
  }
}
