package voxpop.gateway.edge;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticleService;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.Unavailable;

/**
 * The site's settings as last heard: renewed when the feed says so, kept while article-service is
 * away.
 */
@Singleton
public class Sites {
  // The feed tells of changes; this is for a feed that is silent.
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final ArticleService articles;
  private final Clock clock;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile @Nullable Site known;
  private volatile Instant until = Instant.MIN;

  Sites(ArticleService articles, Clock clock) {
    this.articles = articles;
    this.clock = clock;
  }

  /**
   * As last heard.
   *
   * @throws Unavailable if it was never heard and can't be now
   */
  public Site site() {
    Site site = known;
    if (site == null) {
      return ask();
    }
    if (clock.instant().isAfter(until) && asking.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::renew);
    }
    return site;
  }

  /** What is known without asking anybody. */
  public Optional<Site> known() {
    return Optional.ofNullable(known);
  }

  /** As {@link #https}, without asking anybody: false while nothing is known. */
  boolean knownHttps() {
    Site site = known;
    return site != null && site.address().startsWith("https:");
  }

  /** Cookies are {@code Secure} exactly then. */
  public boolean https() {
    return site().address().startsWith("https:");
  }

  /** The feed says that it changed: what is rendered from now on has it new. */
  void changed() {
    until = Instant.MIN;
    renew();
  }

  private void renew() {
    try {
      ask();
    } catch (Unavailable | Refused e) {
      until = clock.instant().plusSeconds(1);
    } finally {
      asking.set(false);
    }
  }

  private Site ask() {
    Site site = articles.site();
    known = site;
    until = clock.instant().plus(KEPT);
    return site;
  }
}
