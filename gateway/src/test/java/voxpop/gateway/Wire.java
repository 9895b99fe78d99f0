package voxpop.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One connection, byte by byte: for what an HTTP client would hide. */
final class Wire implements AutoCloseable {
  /** An answer as it came. */
  record Answer(String status, List<String> fields, byte[] body) {
    String field(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return fields.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse(null);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  final Socket socket;
  private final InputStream in;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Writes requests, each without a body, all at once. */
  Wire send(String... requests) throws IOException {
    socket.getOutputStream().write(String.join("", requests).getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  static String get(String path, String... fields) {
    return request("GET", path, fields);
  }

  static String request(String method, String path, String... fields) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + String.join("", Arrays.stream(fields).map(field -> field + "\r\n").toList())
        + "\r\n";
  }

  /** The next answer to a request that has a body in its answer. */
  Answer answer() throws IOException {
    return answer(true);
  }

  Answer answer(boolean withBody) throws IOException {
    String status = line();
    List<String> fields = new java.util.ArrayList<>();
    for (String field = line(); !field.isEmpty(); field = line()) {
      fields.add(field);
    }
    Answer head = new Answer(status, fields, new byte[0]);
    String length = head.field("Content-Length");
    if (!withBody || length == null || status.contains(" 304 ")) {
      return head;
    }
    byte[] body = in.readNBytes(Integer.parseInt(length));
    return new Answer(status, fields, body);
  }

  /** Waits until an answer begins, and reads nothing of it. */
  Wire begun() throws IOException {
    in.mark(1);
    in.read();
    in.reset();
    return this;
  }

  /** Whether the other side has nothing more to say and has closed. */
  boolean ended() throws IOException {
    return in.read() < 0;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("closed after " + line);
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
