package voxpop.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.gateway.client.Unavailable;

/**
 * Whole answers, kept until a change of what they tell is heard. An old page is served while it is
 * renewed, or when the services are away; never after 24 hours, and never after its article was
 * withdrawn.
 */
@Singleton
@Bean(preDestroy = "stop")
public class PageCache {
  static final Duration OLDEST = Duration.ofHours(24);

  /** A hot article's comments and recommendations renew its pages this often at most. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);

  private final Subjects subjects = new Subjects();
  private final Subjects counts = new Subjects();
  private final Map<String, Set<String>> keysOf = new ConcurrentHashMap<>();
  private final Flights flights = new Flights();
  private final Turns turns = new Turns(PAUSE);
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("renewals").factory());
  private final Cache<String, CachedPage> pages;
  private final Silence silence;
  private final Clock clock;

  PageCache(GatewaySettings settings, Silence silence, Clock clock, MeterRegistry metrics) {
    this.silence = silence;
    this.clock = clock;
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(settings.cacheMegabytes() * 1_000_000L)
            .weigher((String key, CachedPage page) -> page.weight())
            .removalListener(
                (key, page, cause) -> {
                  if (page != null) {
                    forget(page);
                  }
                })
            .build();
    Gauge.builder("voxpop.pages.bytes", this, PageCache::weight).register(metrics);
  }

  /**
   * The page of a key, kept or rendered.
   *
   * @param route the template of the addresses among which the key is
   * @throws Unavailable if it can't be rendered and none is kept
   */
  public Served get(String key, String route, Supplier<Rendered> render) {
    long now = clock.millis();
    CachedPage page = pages.getIfPresent(key);
    if (page == null || page.olderThan(OLDEST, now)) {
      return new Served(rendered(key, route, render), Served.MISS);
    }
    Served ready = ready(page, now);
    return ready != null ? ready : renewedFirst(page, now);
  }

  /** As {@link #get} where nobody has to be asked first, else null; doesn't wait for anything. */
  @Nullable Served ready(String key) {
    long now = clock.millis();
    CachedPage page = pages.getIfPresent(key);
    return page == null || page.olderThan(OLDEST, now) ? null : ready(page, now);
  }

  private @Nullable Served ready(CachedPage page, long now) {
    page.wanted();
    compress(page);
    CachedPage.State state = page.state();
    String article = page.article();
    if (state == CachedPage.State.EXPIRED) {
      return null;
    }
    if (state == CachedPage.State.LEFT && (article == null || !turns.isResting(article, now))) {
      return null;
    }
    if (state == CachedPage.State.CURRENT && !page.timeUp(now) && !silence.now()) {
      return new Served(page, Served.HIT);
    }
    if (state != CachedPage.State.CURRENT && article != null) {
      plan(article);
    } else if (page.mayTry(now, PAUSE)) {
      Thread.startVirtualThread(() -> renew(page, null));
    }
    return new Served(page, Served.STALE);
  }

  private Served renewedFirst(CachedPage page, long now) {
    if (page.state() == CachedPage.State.LEFT && page.article() != null) {
      turns.begin(page.article(), now);
    }
    try {
      return new Served(rendered(page.key, page.route, page.render), Served.MISS);
    } catch (Unavailable e) {
      if (pages.getIfPresent(page.key) == null || page.olderThan(OLDEST, now)) {
        throw e;
      }
      return new Served(page, Served.STALE);
    }
  }

  /**
   * A count or the discussion of an article changed: what is read is served on while it is renewed.
   */
  synchronized void outdate(String article) {
    counts.changed(article);
    boolean wanted = false;
    for (CachedPage page : about(article)) {
      page.worsen(page.isWanted() ? CachedPage.State.OUTDATED : CachedPage.State.LEFT);
      wanted |= page.isWanted();
    }
    if (wanted) {
      plan(article);
    }
  }

  /** As {@link #outdate}, and more of what is shown changed. */
  synchronized void rewrite(String article) {
    about(article).forEach(CachedPage::rewritten);
    outdate(article);
  }

  /** What is told changed: the next reader gets it new. */
  synchronized void expire(String subject) {
    subjects.changed(subject);
    about(subject).forEach(page -> page.worsen(CachedPage.State.EXPIRED));
  }

  /** It was withdrawn: nothing of it is served again, come what may. */
  synchronized void drop(String subject) {
    subjects.changed(subject);
    about(subject).forEach(page -> pages.asMap().remove(page.key, page));
  }

  /** Everything may have changed. */
  void expireAll() {
    expire(Subjects.SITE);
  }

  private List<CachedPage> about(String subject) {
    return keysOf.getOrDefault(subject, Set.of()).stream()
        .map(pages::getIfPresent)
        .filter(page -> page != null)
        .toList();
  }

  private void plan(String article) {
    long wait = turns.plan(article, clock.millis());
    if (wait >= 0) {
      var _ =
          later.schedule(
              () -> Thread.startVirtualThread(() -> renewAll(article)),
              wait,
              TimeUnit.MILLISECONDS);
    }
  }

  /** All pages of an article that somebody reads, in each language: together one renewal. */
  private void renewAll(String article) {
    turns.begin(article, clock.millis());
    long since = System.nanoTime();
    for (CachedPage page : about(article)) {
      if (page.isWanted() && page.state() != CachedPage.State.CURRENT) {
        renew(page, since);
      }
    }
  }

  /**
   * @param since of what is asked for anew; null for everything
   */
  private void renew(CachedPage page, @Nullable Long since) {
    try {
      if (since == null || !renewedFromText(page, since)) {
        rendered(page.key, page.route, page.render);
      }
    } catch (RuntimeException e) {
      LOG.debug("{} could not be renewed, the old one is served", page.key, e);
    }
  }

  /** Only counts and comments are asked for anew, as long as nothing else has changed. */
  private boolean renewedFromText(CachedPage page, long since) {
    Again again = page.again();
    long noted;
    long countsNoted;
    synchronized (this) {
      if (again == null
          || page.state() == CachedPage.State.EXPIRED
          || pages.getIfPresent(page.key) != page) {
        return false;
      }
      noted = subjects.now();
      countsNoted = counts.now();
    }
    Rendered rendered = again.render().apply(since);
    var renewed = new CachedPage(page.key, page.route, rendered, page.render, clock.millis());
    replace(page, renewed, noted, countsNoted);
    return true;
  }

  /** Unless another has taken its place meanwhile, perhaps with a newer text. */
  private synchronized void replace(
      CachedPage page, CachedPage renewed, long noted, long countsNoted) {
    if (pages.getIfPresent(page.key) == page) {
      if (page.again() == null) {
        renewed.rewritten();
      }
      keep(renewed, noted, countsNoted);
    }
  }

  private CachedPage rendered(String key, String route, Supplier<Rendered> render) {
    long noted = subjects.now();
    return flights.join(key, noted, () -> make(key, route, render));
  }

  private CachedPage make(String key, String route, Supplier<Rendered> render) {
    long noted = subjects.now();
    long countsNoted = counts.now();
    var page = new CachedPage(key, route, render.get(), render, clock.millis());
    keep(page, noted, countsNoted);
    return page;
  }

  private synchronized void keep(CachedPage page, long noted, long countsNoted) {
    if (!page.rendered.keepable()) {
      pages.invalidate(page.key);
      return;
    }
    Set<String> tells = page.rendered.subjects();
    if (subjects.changedSince(noted, tells)) {
      return;
    }
    boolean counted = counts.changedSince(countsNoted, tells);
    boolean replaces = pages.getIfPresent(page.key) != null;
    if (counted && !replaces) {
      return;
    }
    tells.forEach(
        subject ->
            keysOf.computeIfAbsent(subject, s -> ConcurrentHashMap.newKeySet()).add(page.key));
    pages.put(page.key, page);
    // Newer than the one that it replaces, though not the newest: kept, and renewed again.
    if (counted) {
      page.worsen(CachedPage.State.OUTDATED);
      if (page.article() != null) {
        plan(page.article());
      }
    }
    // What was read before will be read again; a page that is new here waits for its second reader.
    if (replaces) {
      compress(page);
    }
  }

  /** Once per page, after this answer has left. */
  private void compress(CachedPage page) {
    byte[] plain = page.unpacked();
    if (plain != null && plain.length >= Compression.SMALLEST && page.mayCompress()) {
      Thread.startVirtualThread(
          () -> {
            page.pack(Compression.gzip(plain), Compression.brotli(plain));
            // Written again so that its new weight counts.
            pages.asMap().replace(page.key, page, page);
          });
    }
  }

  private synchronized void forget(CachedPage page) {
    CachedPage current = pages.getIfPresent(page.key);
    if (current != page) {
      page.letGo();
    }
    for (String subject : page.rendered.subjects()) {
      if (current == null || !current.rendered.subjects().contains(subject)) {
        keysOf.computeIfPresent(
            subject,
            (s, keys) -> {
              keys.remove(page.key);
              return keys.isEmpty() ? null : keys;
            });
      }
    }
  }

  /** What all pages take together, in bytes; that of the settings is the most. */
  private double weight() {
    return pages.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
  }

  @PreDestroy
  void stop() {
    later.shutdownNow();
    pages.invalidateAll();
    pages.cleanUp();
  }
}
