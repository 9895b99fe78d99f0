package voxpop.kit.feed;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientRegistry;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the feed of another program. */
@Singleton
public class FeedClient {
  /** What the answer may take beyond the waiting asked for. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final HttpClientRegistry<HttpClient> clients;

  FeedClient(HttpClientRegistry<HttpClient> clients) {
    this.clients = clients;
  }

  /**
   * What came after a position in a program's feed.
   *
   * @param program for example {@code article-service}
   * @param timeout at most 25 s
   * @throws FeedReset if the feed has no such position
   * @throws RuntimeException if the program doesn't answer
   */
  public Batch read(String program, String lastEventId, Duration timeout) {
    HttpRequest<?> request =
        HttpRequest.GET(
                UriBuilder.of("/changes")
                    .queryParam("lastEventId", lastEventId)
                    .queryParam("timeout", timeout.toMillis())
                    .build())
            .accept(FeedController.BATCH_TYPE);
    try {
      HttpClient client =
          clients.getClient(
              HttpVersionSelection.forClientConfiguration(new DefaultHttpClientConfiguration()),
              program,
              null);
      HttpResponse<List<Change>> response =
          Mono.from(client.exchange(request, Argument.listOf(Change.class)))
              .block(timeout.plus(SLACK));
      List<Change> changes = response == null ? null : response.body();
      if (response == null || changes == null) {
        throw new IllegalStateException(program + " gave no answer");
      }
      String position = response.getHeaders().get(FeedController.POSITION);
      return new Batch(changes, position == null ? lastEventId : position);
    } catch (HttpClientResponseException e) {
      if (e.getStatus() == HttpStatus.GONE) {
        throw new FeedReset(lastEventId);
      }
      throw e;
    }
  }

  /** The newest position of a program's feed. */
  public String latest(String program) {
    return read(program, FeedController.LATEST, Duration.ZERO).lastEventId();
  }
}
