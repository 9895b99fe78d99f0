package voxpop.gateway.edge;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.feed.Batch;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.FeedClient;
import voxpop.kit.feed.FeedReset;

/**
 * Follows the feeds of the services from their newest position, which stays in memory: a gateway
 * starts with an empty cache and has nothing to make up for.
 */
@Singleton
class FeedFollowing {
  /** Short, so that a feed that is gone is noticed soon. */
  private static final Duration POLL = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(FeedFollowing.class);

  private final FeedClient feeds;
  private final Purges purges;
  private final Silence silence;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  FeedFollowing(FeedClient feeds, Purges purges, Silence silence) {
    this.feeds = feeds;
    this.purges = purges;
    this.silence = silence;
    silence.expect("article-service");
    silence.expect("comment-service");
    // Readers' pages hold nothing of translation-service's own: its silence makes none of them old.
  }

  @EventListener
  void follow(ServerStartupEvent started) {
    for (String program : List.of("article-service", "comment-service", "translation-service")) {
      threads.add(Thread.ofVirtual().name("feed-" + program).start(() -> follow(program)));
    }
  }

  private void follow(String program) {
    String position = null;
    boolean told = false;
    long heardAt = System.nanoTime();
    while (!stopping) {
      try {
        position = position == null ? begin(program) : step(program, position);
        silence.heard(program);
        told = false;
        heardAt = System.nanoTime();
      } catch (FeedReset e) {
        position = null;
      } catch (RuntimeException e) {
        // Programs start one after the other: only lasting silence is worth a word.
        if (!told && !stopping && silentFor(heardAt)) {
          LOG.warn("The feed of {} isn't heard: {}", program, e.toString());
          told = true;
        }
        pause();
      }
    }
  }

  private String begin(String program) {
    String position = feeds.latest(program);
    // What was rendered before this position was known may have missed a change.
    purges.everything();
    return position;
  }

  private String step(String program, String position) {
    Batch batch = feeds.read(program, position, POLL);
    batch.changes().forEach(this::apply);
    return batch.lastEventId();
  }

  private void apply(Change change) {
    try {
      purges.apply(change);
    } catch (RuntimeException e) {
      // A change that can't be read may concern any page; the feed goes on.
      LOG.warn("A change that isn't understood: {} {}", change.type(), change.id(), e);
      purges.everything();
    }
  }

  private static boolean silentFor(long heardAt) {
    return System.nanoTime() - heardAt > Silence.LONGEST.toNanos();
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /** Before the clients are closed, which would look as if the services were away. */
  @EventListener
  void stop(ServerShutdownEvent stopped) {
    stopping = true;
    threads.forEach(Thread::interrupt);
  }
}
