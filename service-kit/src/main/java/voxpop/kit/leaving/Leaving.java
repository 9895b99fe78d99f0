package voxpop.kit.leaving;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.event.ServerShutdownEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first that happens at the end, before anything is closed: out of Consul and no longer ready,
 * then a while of serving whoever still comes, each told to close its connection, then no new
 * connections and the rest of what has begun.
 */
@Singleton
public class Leaving implements ApplicationEventListener<ServerShutdownEvent>, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

  private final LeavingSettings settings;
  private final List<Announcement> announcements;
  private final List<Waiting> waiting;
  private volatile boolean now;

  Leaving(LeavingSettings settings, List<Announcement> announcements, List<Waiting> waiting) {
    this.settings = settings;
    this.announcements = announcements;
    this.waiting = waiting;
  }

  /** Whether this program is about to end. */
  public boolean now() {
    return now;
  }

  @Override
  public void onApplicationEvent(ServerShutdownEvent stopped) {
    now = true;
    boolean announced = false;
    for (Announcement announcement : announcements) {
      announced |= announcement.tellThatThisProgramLeaves();
    }
    try {
      drain(settings.drain(announced));
      waiting.forEach(Waiting::endWaiting);
      finish(stopped.getSource());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      LOG.info("Leaving: whoever still comes is served for {} ms", time.toMillis());
      Thread.sleep(time);
    }
  }

  private void finish(Object server) throws InterruptedException {
    if (!(server instanceof GracefulShutdownCapable capable)) {
      return;
    }
    try {
      capable
          .shutdownGracefully()
          .toCompletableFuture()
          .get(settings.finish().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "Left after {} ms, though some requests were not finished", settings.finish().toMillis());
    } catch (ExecutionException e) {
      LOG.warn("The end was not as orderly as it should be", e);
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
