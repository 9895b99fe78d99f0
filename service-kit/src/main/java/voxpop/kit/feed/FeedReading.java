package voxpop.kit.feed;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.kit.problem.Problem;

/**
 * Reads the feeds that this service's {@link ChangeHandler}s ask for: of several instances one
 * reads at a time, another takes over within {@link FeedPosition#LEASE} when it is gone. That each
 * change takes effect once doesn't depend on it: the position moves in the same transaction.
 */
@Context
@Requires(classes = TransactionOperations.class, beans = javax.sql.DataSource.class)
@Requires(property = "voxpop.feed.reading", notEquals = "false")
public class FeedReading implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(FeedReading.class);

  /** Below the lease, so that a reader that waits still holds it. */
  private static final Duration POLL = Duration.ofSeconds(5);

  private static final Duration GRACE = Duration.ofMillis(300);

  /** A database that is gone doesn't hold up the end: the lease runs out by itself. */
  private static final Duration RELEASED_WITHIN = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final List<ChangeHandler> handlers;
  private final FeedPosition positions;
  private final FeedClient others;
  private final Feed own;
  private final FeedSignal signal;
  private final String program;
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, CatchingUp> catching = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  FeedReading(
      List<ChangeHandler> handlers,
      FeedPosition positions,
      FeedClient others,
      Feed own,
      FeedSignal signal,
      @Value("${micronaut.application.name}") String program) {
    this.handlers = handlers;
    this.positions = positions;
    this.others = others;
    this.own = own;
    this.signal = signal;
    this.program = program;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    for (ChangeHandler handler : handlers) {
      threads.add(Thread.ofVirtual().name("feed-" + handler.name()).start(() -> follow(handler)));
    }
  }

  /**
   * Reads a program's feed to its end as it is now, and returns when all of it has taken effect
   * here. Of many who ask at once one reads, the others wait for what it has read.
   *
   * @throws Problem 503 if the end isn't reached in {@link CatchingUp#WITHIN}
   * @throws RuntimeException if the program doesn't answer
   */
  public void catchUp(String source) {
    handlers.stream()
        .filter(handler -> handler.source().equals(source))
        .forEach(
            handler ->
                catching
                    .computeIfAbsent(handler.name(), name -> new CatchingUp())
                    .run(() -> step(handler, Duration.ZERO)));
  }

  private void follow(ChangeHandler handler) {
    boolean told = false;
    while (!stopping && !signal.isStopping()) {
      try {
        if (positions.hold(handler.name())) {
          step(handler, POLL);
        } else {
          Thread.sleep(PAUSE);
        }
        told = false;
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        // also a checked one: transactions let it through undeclared, and this reading must not end
        if (stopping) {
          return;
        }
        if (!told) {
          LOG.warn(
              "Reading the feed of {} failed and is tried again: {}",
              handler.source(),
              e.toString());
          LOG.debug("The failure", e);
        }
        told = true;
        pause();
      }
    }
  }

  /** Reads one batch; true if there was nothing (more) to read. */
  private boolean step(ChangeHandler handler, Duration timeout) {
    String from = positions.of(handler.name());
    Batch batch;
    try {
      batch =
          handler.source().equals(program)
              ? own.read(from, timeout)
              : others.read(handler.source(), from, timeout);
    } catch (FeedReset e) {
      LOG.warn(
          "{} doesn't know where we were in its feed: reading it again from its start",
          handler.source());
      positions.move(handler.name(), from, Feed.START, handler::reset);
      return false;
    }
    for (Stretch stretch : Stretch.of(from, batch.changes(), handler)) {
      Runnable effect = () -> stretch.changes().forEach(handler::apply);
      if (!positions.move(handler.name(), stretch.from(), stretch.to(), effect)) {
        return false; // somebody else has read it meanwhile
      }
    }
    return batch.changes().isEmpty();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    signal.stop();
    threads.forEach(FeedReading::end);
    Thread releasing =
        Thread.ofVirtual()
            .name("feeds-released")
            .start(() -> handlers.forEach(handler -> positions.release(handler.name())));
    try {
      releasing.join(RELEASED_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * An interrupt in the middle of a query breaks its connection, which the pool complains about: so
   * who only waits here is woken and ends by itself, and who is away on a call is interrupted.
   */
  private static void end(Thread thread) {
    try {
      if (!thread.join(GRACE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
