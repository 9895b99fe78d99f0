package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.CommentService;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Visitor;

/** What moderators ask of comment-service. */
@Singleton
public class Moderating {
  private final Calls calls;

  Moderating(CommentService comments) {
    this.calls = comments.calls();
  }

  /** A comment as a moderator sees it; {@code reason} is the filter or rule that held it. */
  @Serdeable
  public record Judged(
      UUID id,
      UUID article,
      String name,
      String html,
      @Nullable String language,
      Instant createdAt,
      String status,
      @Nullable String reason) {}

  @Serdeable
  public record Queue(List<Judged> items, @Nullable String next, long total) {
    public Queue {
      items = items == null ? List.of() : items;
    }
  }

  /** Newest first. */
  Queue queue(Visitor visitor, String status, int limit, @Nullable String after) {
    UriBuilder uri =
        UriBuilder.of("/api/comments")
            .queryParam("status", status)
            .queryParam("sort", "newest")
            .queryParam("limit", limit);
    if (after != null) {
      uri.queryParam("after", after);
    }
    return calls
        .get(uri.build().toString(), visitor, Queue.class)
        .map(Tagged::value)
        .orElseGet(() -> new Queue(List.of(), null, 0));
  }

  void decide(Visitor visitor, UUID comment, String verdict) {
    calls.send(
        HttpMethod.PUT,
        "/api/comments/" + comment + "/verdict",
        visitor,
        Map.of("verdict", verdict));
  }
}
