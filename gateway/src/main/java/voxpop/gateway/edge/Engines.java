package voxpop.gateway.edge;

import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Site;
import voxpop.gateway.client.TranslationService;
import voxpop.gateway.client.TranslationService.Pair;
import voxpop.gateway.client.Unavailable;

/**
 * From which languages into which an engine translates now, as last heard: asked for in the
 * background, never for a page. Pages that tell of it are made anew when it changes.
 */
@Singleton
public class Engines {
  private static final String EVERY = "${voxpop.gateway.engines.every:15s}";

  /**
   * For how long a pair counts after it was heard last. Longer than two questions, since one
   * instance of translation-service may reach an engine that another one doesn't; with the next
   * question less than a minute.
   */
  private static final String KEPT = "${voxpop.gateway.engines.kept:40s}";

  private final TranslationService translations;
  private final Sites sites;
  private final PageCache cache;
  private final Clock clock;
  private final Duration kept;
  private final Map<Pair, Instant> heard = new ConcurrentHashMap<>();
  private volatile Set<Pair> now = Set.of();

  Engines(
      TranslationService translations,
      Sites sites,
      PageCache cache,
      Clock clock,
      @Value(KEPT) Duration kept) {
    this.translations = translations;
    this.sites = sites;
    this.cache = cache;
    this.clock = clock;
    this.kept = kept;
  }

  /** Whether readers of a language can be offered what is written in another one. */
  public boolean translate(String from, String to) {
    return now.contains(new Pair(from, to));
  }

  @EventListener
  void begin(ServerStartupEvent started) {
    Thread.startVirtualThread(this::ask);
  }

  @Scheduled(fixedDelay = EVERY, initialDelay = EVERY)
  synchronized void ask() {
    Instant asked = clock.instant();
    try {
      Site site = sites.site();
      translations.pairs(site.languages()).forEach(pair -> heard.put(pair, asked));
    } catch (Unavailable | Refused away) {
      // what was heard goes when its time is up
    }
    heard.values().removeIf(at -> at.isBefore(asked.minus(kept)));
    Set<Pair> before = now;
    now = Set.copyOf(heard.keySet());
    if (!now.equals(before)) cache.expire(Subjects.ENGINES);
  }
}
