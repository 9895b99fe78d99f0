package voxpop.local.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The public API, for one caller: nobody in particular, or whoever a token belongs to. What is too
 * busy to answer is asked again where that is safe.
 *
 * @param patience so long; a machine that builds at the same time may be busy for a while
 */
record Door(HttpClient client, String address, String token, Duration patience) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As services say themselves in {@code Retry-After}. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** Refused before anything was done (see {@code Problem.busy} of service-kit). */
  private static final String BUSY = "/problems/busy";

  /** What came back. */
  record Answer(int status, Map<String, Object> json, String etag, String text) {
    String string(String name) {
      Object value = json.get(name);
      return value == null ? "" : value.toString();
    }

    /** Objects in a list; none if there is no such list. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> items(String name) {
      List<Map<String, Object>> items = new ArrayList<>();
      if (json.get(name) instanceof List<?> list) {
        list.forEach(item -> items.add((Map<String, Object>) item));
      }
      return items;
    }
  }

  static Door to(String address) {
    return to(address, PATIENCE);
  }

  static Door to(String address, Duration patience) {
    return new Door(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        address,
        "",
        patience);
  }

  Door as(String token) {
    return new Door(client, address, token, patience);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** A page in an encoding, undone by nobody; without one, as browsers of old got it. */
  String page(String path, String encoding) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).GET();
    if (!encoding.isEmpty()) {
      request.header("Accept-Encoding", encoding);
    }
    return answered(request.build()).body();
  }

  Answer post(String path, Map<String, Object> body) throws IOException, InterruptedException {
    return send(json(path).POST(json(body)));
  }

  Answer put(String path, Map<String, Object> body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = json(path).PUT(json(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A form with one file and words. */
  Answer upload(String path, byte[] file, String name, Map<String, String> words)
      throws IOException, InterruptedException {
    String boundary = "voxpop-demo-boundary";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (Map.Entry<String, String> word : words.entrySet()) {
      form.writeBytes(
          part(boundary, "name=\"" + word.getKey() + "\"", "text/plain; charset=utf-8"));
      form.writeBytes((word.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    form.writeBytes(part(boundary, "name=\"file\"; filename=\"" + name + "\"", "image/jpeg"));
    form.writeBytes(file);
    form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
  }

  private static byte[] part(String boundary, String disposition, String type) {
    return ("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, disposition, type))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher json(Map<String, Object> body) {
    return HttpRequest.BodyPublishers.ofString(JSONObjectUtils.toJSONString(body));
  }

  /**
   * @throws IOException as well if all was too busy for too long
   */
  private HttpResponse<String> answered(HttpRequest request)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 503 || !mayBeAskedAgain(request, response.body())) {
        return response;
      }
      if (System.nanoTime() > end) {
        throw new IOException(
            "%s %s was answered with 503 for %d seconds; the last time with: %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    patience.toSeconds(),
                    response.body()));
      }
      Thread.sleep(BETWEEN);
    }
  }

  /**
   * RFC 9110, 9.2.2: reading, and writing what may be written twice; else only what wasn't done.
   */
  private static boolean mayBeAskedAgain(HttpRequest request, String said) {
    return switch (request.method()) {
      case "GET" -> true;
      case "PUT" -> request.headers().firstValue("If-Match").isEmpty() || said.contains(BUSY);
      default -> said.contains(BUSY);
    };
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = answered(request.build());
    String text = response.body();
    String etag = response.headers().firstValue("ETag").orElse("");
    try {
      Map<String, Object> json = text.startsWith("{") ? JSONObjectUtils.parse(text) : Map.of();
      return new Answer(response.statusCode(), json, etag, text);
    } catch (ParseException e) {
      throw new IOException(text, e);
    }
  }
}
