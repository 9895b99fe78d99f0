package voxpop.article.search;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.feed.Batch;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.Feed;
import voxpop.kit.feed.FeedReset;

/**
 * Keeps this instance's index current: every instance reads the own feed for itself, and its
 * position is kept in the index. A batch is taken over by asking the database for the articles that
 * it names, so reading one twice does no harm.
 */
@Context
class IndexReading implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(IndexReading.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** A commit flushes files: after a crash at most this much of the feed is read again. */
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);

  private final EditionIndex index;
  private final Feed feed;
  private @Nullable Thread thread;
  private @Nullable String position;
  private boolean uncommitted;
  private long lastCommit = System.nanoTime();
  private volatile boolean stopping;

  IndexReading(EditionIndex index, Feed feed) {
    this.index = index;
    this.feed = feed;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    thread = Thread.ofVirtual().name("search-index").start(this::follow);
  }

  private void follow() {
    boolean told = false;
    while (!stopping) {
      try {
        step();
        told = false;
      } catch (Exception e) {
        // whatever it is, also what transactions let through undeclared: reading must not end
        if (!told && !stopping) {
          LOG.warn("The search index is behind: {}", e.toString());
        }
        told = true;
        pause();
      }
    }
  }

  private void step() throws IOException {
    String from = position;
    if (from == null) {
      Optional<String> known = index.open();
      if (known.isEmpty()) {
        String latest = feed.latest();
        index.fill(latest);
        known = Optional.of(latest);
      }
      position = known.get();
      return;
    }
    try {
      take(feed.read(from, POLL));
    } catch (FeedReset reset) {
      LOG.warn("The search index is made anew: its position is not in the feed");
      String latest = feed.latest();
      index.fill(latest);
      position = latest;
    }
  }

  private void take(Batch batch) throws IOException {
    Set<UUID> changed = new LinkedHashSet<>();
    Set<UUID> topics = new LinkedHashSet<>();
    for (Change change : batch.changes()) {
      if (change.type().equals("voxpop.article")) {
        changed.add(UUID.fromString(change.subject()));
      } else if (isRenamedTopic(change)) {
        topics.add(UUID.fromString(change.subject()));
      }
    }
    if (!changed.isEmpty()) {
      index.renew(changed);
    }
    for (UUID topic : topics) {
      index.renewAbout(topic);
    }
    uncommitted |= !changed.isEmpty() || !topics.isEmpty();
    position = batch.lastEventId();
    if (uncommitted && System.nanoTime() - lastCommit > BETWEEN_COMMITS.toNanos()) {
      commit();
    }
  }

  /** In whatever language; what has its first name comes with the article that is about it. */
  private static boolean isRenamedTopic(Change change) {
    return change.type().equals("voxpop.wording")
        && "topic".equals(change.data().get("kind"))
        && change.data().get("version") instanceof Number version
        && version.longValue() > 1;
  }

  private void commit() throws IOException {
    if (position != null) {
      index.commit(position);
    }
    uncommitted = false;
    lastCommit = System.nanoTime();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() throws IOException, InterruptedException {
    stopping = true;
    if (thread != null) {
      thread.join(POLL.multipliedBy(3));
      if (uncommitted && !thread.isAlive()) {
        commit();
      }
    }
    index.close();
  }
}
