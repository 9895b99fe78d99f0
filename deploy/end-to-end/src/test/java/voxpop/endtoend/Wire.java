package voxpop.endtoend;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import voxpop.kit.test.Http;

/**
 * One connection that is kept: sends bytes as they are, also those that no client library would
 * send, and reads one answer (RFC 9112). Whoever keeps it waiting longer than the limit has left it
 * hanging.
 */
final class Wire implements AutoCloseable {
  /** Longer than any service may take, shorter than a reader's patience. */
  static final int PATIENCE_MS = 15_000;

  private final URI address;
  private Socket socket;
  private InputStream in;

  Wire(URI address) {
    this.address = address;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws java.net.SocketTimeoutException if none is there in time
   * @throws EOFException if the connection was closed without one
   */
  Http.Answer send(String method, byte[] request) throws IOException {
    if (socket != null) {
      try {
        return exchange(method, request);
      } catch (EOFException | java.net.SocketException closed) {
        // an idle connection may be closed at any time: once more on a new one
        close();
      }
    }
    open();
    return exchange(method, request);
  }

  private void open() throws IOException {
    socket = new Socket();
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MS);
    socket.setSoTimeout(PATIENCE_MS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  private Http.Answer exchange(String method, byte[] request) throws IOException {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (java.net.SocketException refused) {
      // too much was sent and the other side has said so already: its answer may still be read
    }
    Http.Answer answer = read(method);
    if ("close".equalsIgnoreCase(answer.header("Connection"))) {
      close();
    }
    return answer;
  }

  private Http.Answer read(String method) throws IOException {
    String[] status = line().split(" ", 3);
    int code = Integer.parseInt(status[1]);
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    if (code < 200) {
      return read(method);
    }
    HttpHeaders fields = HttpHeaders.of(headers, (name, value) -> true);
    byte[] body = new byte[0];
    if (!method.equals("HEAD") && code != 204 && code != 304) {
      body = body(fields);
    }
    return new Http.Answer(code, fields, new String(body, StandardCharsets.UTF_8));
  }

  private byte[] body(HttpHeaders fields) throws IOException {
    boolean events = fields.firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    if (fields.firstValue("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunk(); size > 0; size = chunk()) {
        body.write(exactly(size));
        line();
        if (events && body.toString(StandardCharsets.UTF_8).contains("\n\n")) {
          close(); // the first event is the answer; the last may be long in coming
          return body.toByteArray();
        }
      }
      while (!line().isEmpty()) {
        // trailers
      }
      return body.toByteArray();
    }
    int length = (int) fields.firstValueAsLong("Content-Length").orElse(-1);
    if (length >= 0) {
      return exactly(length);
    }
    byte[] rest = in.readAllBytes();
    close();
    return rest;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the answer ends in the middle");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("closed without an answer");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // it is given up anyway
    }
    socket = null;
  }
}
