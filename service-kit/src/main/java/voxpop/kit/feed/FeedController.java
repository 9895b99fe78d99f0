package voxpop.kit.feed;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/**
 * The feed over HTTP, after the HTTP Feeds convention (http-feeds.org): long polling by {@code
 * timeout}.
 */
@Controller("/changes")
@Requires(beans = Feed.class)
class FeedController {
  static final String BATCH_TYPE = "application/cloudevents-batch+json";

  /** Asks for no changes, only for the newest position. */
  static final String LATEST = "latest";

  /** The position to go on from, in every answer. */
  static final String POSITION = "Last-Event-Id";

  /** Shorter than the read time-out of any client or proxy in between. */
  static final int LONGEST_WAIT_MILLIS = 25_000;

  private final Feed feed;

  FeedController(Feed feed) {
    this.feed = feed;
  }

  @Get
  @Produces(BATCH_TYPE)
  HttpResponse<List<Change>> changes(
      @Nullable @QueryValue String lastEventId, @QueryValue(defaultValue = "0") int timeout) {
    if (timeout < 0 || timeout > LONGEST_WAIT_MILLIS) {
      throw Problem.invalid(
          "timeout", "must be between 0 and " + LONGEST_WAIT_MILLIS + " milliseconds");
    }
    if (LATEST.equals(lastEventId)) {
      return HttpResponse.ok(List.<Change>of()).header(POSITION, feed.latest());
    }
    try {
      String from = lastEventId == null || lastEventId.isEmpty() ? Feed.START : lastEventId;
      Batch batch = feed.read(from, Duration.ofMillis(timeout));
      return HttpResponse.ok(batch.changes()).header(POSITION, batch.lastEventId());
    } catch (FeedReset e) {
      throw Problem.of(
          HttpStatus.GONE, "feed-reset", "Unknown position", "Read the feed again from its start.");
    }
  }
}
