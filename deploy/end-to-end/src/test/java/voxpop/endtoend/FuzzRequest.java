package voxpop.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import voxpop.kit.test.OpenApi.Operation;

/**
 * A request that the fuzzer made.
 *
 * @param operation that it was made from
 * @param about what of the platform; values by the names of parameters
 * @param mistake the field that was made wrong, the only one; null if none or everything was
 * @param headers each a whole line
 */
record FuzzRequest(
    Operation operation,
    Map<String, String> about,
    String mistake,
    String method,
    String target,
    List<String> headers,
    byte[] body) {

  /** As it goes over the line. */
  byte[] bytes(String host) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + target + " HTTP/1.1");
    lines.add("Host: " + host);
    lines.addAll(headers);
    if (body != null) {
      lines.add("Content-Length: " + body.length);
    }
    try {
      bytes.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      if (body != null) {
        bytes.write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The path without the query, as it was sent. */
  String path() {
    return target.split("\\?", 2)[0];
  }

  @Override
  public String toString() {
    String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return "%s %s %s\n%s\n%s"
        .formatted(
            method,
            brief(target, 400),
            headers.stream().map(line -> brief(line, 120)).toList(),
            brief(sent, 600),
            mistake == null ? "" : "wrong: " + mistake);
  }

  private static String brief(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + ")";
  }

  /** JSON text of maps, lists, strings, numbers and null, also of strings that are no Unicode. */
  static String json(Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
              .toList()
              .toString()
              .replaceFirst("^\\[", "{")
              .replaceFirst("]$", "}");
      case List<?> list -> list.stream().map(FuzzRequest::json).toList().toString();
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
