package voxpop.gateway.client;

import static voxpop.gateway.client.ArticleService.with;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The discussion. Rules as of {@link ArticleService}. */
@Singleton
public class CommentService {

  private static final Duration BUDGET = Duration.ofSeconds(5);

  // A page without its comments beats a page that comes late.
  private static final Duration BUDGET_OF_A_PAGE = Duration.ofMillis(800);

  private final Downstream service;

  CommentService(@Client("comment-service") HttpClient http, JsonMapper json, Guards guards) {
    this.service = new Downstream("comment-service", guards, http, json, BUDGET);
  }

  /** A stretch of an article's thread, or {@link Unavailable} within the budget of a page. */
  public Discussion discussion(Visitor visitor, UUID article, @Nullable String after) {
    UriBuilder uri = UriBuilder.of("/api/comments").queryParam("article", article);
    with(uri, "after", after);
    return service
        .get(uri.build().toString(), visitor, Discussion.class, BUDGET_OF_A_PAGE)
        .orElseGet(() -> new Discussion(List.of(), null, 0));
  }

  public Optional<Comment> comment(Visitor visitor, UUID id) {
    return service.get("/api/comments/" + id, visitor, Comment.class);
  }

  public Optional<Challenge> challenge(Visitor visitor, UUID article, String language) {
    UriBuilder uri =
        UriBuilder.of("/api/challenges")
            .queryParam("article", article)
            .queryParam("language", language);
    return service.get(uri.build().toString(), visitor, Challenge.class);
  }

  /**
   * The stored comment; its status says whether it is held.
   *
   * @param language of the page that it was written on, where it can't be guessed from the text
   */
  public Comment post(Visitor visitor, NewComment comment, String language) {
    String path =
        UriBuilder.of("/api/comments").queryParam("language", language).build().toString();
    return service.send(HttpMethod.POST, path, visitor, comment, null, Comment.class).value();
  }

  /** Its writer says in which language a comment is. */
  public void say(Visitor visitor, UUID comment, String language) {
    service.send(
        HttpMethod.PUT,
        "/api/comments/" + comment + "/language",
        visitor,
        Map.of("language", language));
  }

  /** As a program sent it: the answer goes back unchanged. */
  public HttpResponse<byte[]> post(
      Visitor visitor, byte[] json, String contentType, @Nullable String query) {
    String path = "/api/comments" + (query == null ? "" : "?" + query);
    return service.relay(HttpMethod.POST, path, visitor, json, contentType);
  }

  public boolean away() {
    return service.away();
  }

  /** For calls that only the studio makes and shapes itself. */
  public Calls calls() {
    return new Calls(service);
  }
}
