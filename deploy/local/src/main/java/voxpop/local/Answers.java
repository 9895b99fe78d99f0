package voxpop.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a server on this machine whether it is there. */
final class Answers {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private Answers() {}

  static boolean well(String address) throws InterruptedException {
    return !text(address).isEmpty();
  }

  /** Whatever it says: 503 is what stands there for somebody who doesn't. */
  static boolean atAll(String address) throws InterruptedException {
    var response = ask(address);
    return response != null && response.statusCode() < 500;
  }

  /** The body of a 200, otherwise nothing. */
  static String text(String address) throws InterruptedException {
    var response = ask(address);
    return response != null && response.statusCode() == 200 ? response.body() : "";
  }

  private static @Nullable HttpResponse<String> ask(String address) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException nobody) {
      return null;
    }
  }
}
