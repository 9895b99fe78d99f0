package voxpop.kit.test;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plain HTTP client for tests: what goes over the line is what the test says. Each {@code with…}
 * answers a new one. What a public address answers is held to the document of the house.
 */
public record Http(URI base, Map<String, String> headers) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** An answer; {@code at("items/0/id")} walks its JSON. */
  public record Answer(int status, java.net.http.HttpHeaders headers, String body) {
    public String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    public Object json() {
      try {
        return JsonMapper.createDefault().readValue(body, Object.class);
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    @SuppressWarnings("unchecked")
    public <T> T at(String path) {
      Object here = json();
      for (String step : path.split("/", -1)) {
        here =
            switch (here) {
              case Map<?, ?> map -> map.get(step);
              case List<?> list ->
                  Integer.parseInt(step) < list.size() ? list.get(Integer.parseInt(step)) : null;
              case null, default -> null;
            };
      }
      return (T) here;
    }

    public String text(String path) {
      Object value = at(path);
      return value == null ? null : value.toString();
    }
  }

  public Http with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Http(base, more);
  }

  public Http without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Http(base, fewer);
  }

  /** Signed in with this token. */
  public Http as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** As this reader. */
  public Http reader(String key) {
    return with("Voxpop-Reader", key);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object json) {
    return send("POST", path, json);
  }

  public Answer put(String path, Object json) {
    return send("PUT", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends {@code body}: a string as it is, anything else as JSON, null as none. */
  public Answer send(String method, String path, Object body) {
    try {
      byte[] bytes =
          switch (body) {
            case null -> new byte[0];
            case byte[] raw -> raw;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> JsonMapper.createDefault().writeValueAsBytes(body);
          };
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(Duration.ofSeconds(60))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(bytes));
      if (body != null && !headers.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      headers.forEach(request::setHeader);
      var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
      Answers.check(method, response.uri(), sentJson(response.request(), bytes), answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String sentJson(HttpRequest request, byte[] body) {
    return request
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("application/json"))
        .map(type -> new String(body, StandardCharsets.UTF_8))
        .orElse(null);
  }
}
