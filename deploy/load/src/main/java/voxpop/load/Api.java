package voxpop.load;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The platform's API, as any program sees it. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.createDefault();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final String token;

  private Api(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  static Api signedIn(URI address, String email, String password)
      throws IOException, InterruptedException {
    Map<String, Object> session =
        new Api(address, "")
            .send("POST", "/api/sessions", Map.of("email", email, "password", password));
    return new Api(address, String.valueOf(session.get("token")));
  }

  String token() {
    return token;
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> send(String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          method
              + " "
              + path
              + " answered "
              + answer.statusCode()
              + " "
              + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    if (answer.body().length == 0) {
      return Map.of();
    }
    Map<String, Object> json = JSON.readValue(answer.body(), Map.class);
    return json == null ? Map.of() : json;
  }
}
