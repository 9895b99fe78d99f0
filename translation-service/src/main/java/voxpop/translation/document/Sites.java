package voxpop.translation.document;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The site's settings, as fresh as a few seconds; the last known ones while article-service is
 * away.
 */
@Singleton
public class Sites {
  private static final Logger LOG = LoggerFactory.getLogger(Sites.class);

  /** Only the instance that reads the feed learns of a change at once. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Known(Site site, Instant since) {}

  private final ArticleService articles;
  private final Clock clock;
  private volatile @Nullable Known known;

  Sites(ArticleService articles, Clock clock) {
    this.articles = articles;
    this.clock = clock;
  }

  /**
   * The site as it is known.
   *
   * @throws RuntimeException if article-service doesn't answer and never did
   */
  public Site site() {
    Known last = known;
    if (last != null && clock.instant().isBefore(last.since().plus(FRESH))) return last.site();
    try {
      Site site = articles.site();
      known = new Known(site, clock.instant());
      return site;
    } catch (RuntimeException e) {
      if (last == null) throw e;
      LOG.debug("Going on with the site as last known", e);
      return last.site();
    }
  }

  void changed() {
    Known last = known;
    if (last != null) known = new Known(last.site(), Instant.EPOCH);
  }
}
