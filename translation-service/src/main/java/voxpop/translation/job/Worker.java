package voxpop.translation.job;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.translation.document.Translation;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.EngineAway;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.Pair;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Segment;

/** Works the queue for as long as this instance lives. */
@Context
@Requires(property = "voxpop.translation.working", notEquals = "false")
class Worker implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** How soon work that another instance took in is seen; the query reads one index entry. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** More than one, so that an engine that stalls holds up its own pairs only. */
  private static final int THREADS = 3;

  private final Claims claims;
  private final Engines engines;
  private volatile boolean stopping;
  private final List<Thread> threads = new ArrayList<>();

  Worker(Claims claims, Engines engines) {
    this.claims = claims;
    this.engines = engines;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    for (int i = 1; i <= THREADS; i++) {
      threads.add(Thread.ofVirtual().name("translations-" + i).start(this::work));
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    threads.forEach(Thread::interrupt);
  }

  private void work() {
    boolean told = false;
    while (!stopping) {
      try {
        if (!step()) Thread.sleep(PAUSE);
        told = false;
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        // also a checked one, which transactions let through undeclared
        if (stopping) return;
        if (!told) LOG.warn("Working the queue failed and is tried again", e);
        told = true;
        pause();
      }
    }
  }

  /** Works one claim; false if there was none. */
  boolean step() {
    Optional<Claims.Claim> claimed = claims.claim();
    if (claimed.isEmpty()) return false;
    Claims.Claim claim = claimed.get();
    Translation translation = claims.translation(claim).orElse(null);
    if (translation == null) return true;
    Pair pair = new Pair(translation.document().language(), claim.language());
    Optional<Engine> engine = engines.forPair(pair);
    if (engine.isEmpty()) claims.away(claim);
    else ask(engine.get(), pair, claim, wanted(translation, claim));
    return true;
  }

  private void ask(Engine engine, Pair pair, Claims.Claim claim, List<Segment> segments) {
    claims.noteAskedAgain(claim, segments);
    Set<UUID> waiting = segments.stream().map(Segment::id).collect(Collectors.toSet());
    Translating translating = new Translating(engine, pair);
    try {
      for (int i = 0; i < segments.size(); i += engine.batch()) {
        List<Segment> batch = segments.subList(i, Math.min(segments.size(), i + engine.batch()));
        Map<UUID, Translating.Outcome> outcomes = new HashMap<>();
        translating.translate(batch).forEach((s, outcome) -> outcomes.put(s.id(), outcome));
        waiting.removeAll(outcomes.keySet());
        claims.settle(claim, engine, outcomes, waiting);
      }
      if (segments.isEmpty()) claims.settle(claim, engine, Map.of(), Set.of());
    } catch (EngineAway e) {
      claims.failed(claim, engine, String.valueOf(e.getMessage()));
    }
  }

  /** The claimed segments as they are now; those deleted or edited since settle themselves. */
  private static List<Segment> wanted(Translation translation, Claims.Claim claim) {
    Map<UUID, String> hashes =
        claim.tasks().stream().collect(Collectors.toMap(Task::segment, Task::hash));
    return translation.lines().stream()
        .map(Line::segment)
        .filter(segment -> segment.hash().equals(hashes.get(segment.id())))
        .toList();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.multipliedBy(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
