package voxpop.translation.job;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import voxpop.translation.document.Translation;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.EngineAway;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.OutOfBudget;
import voxpop.translation.engine.Pair;
import voxpop.translation.engine.Payer;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.glossary.Terms;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Reason;
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
  private final Settling settling;
  private final Engines engines;
  private final Glossary glossary;
  private volatile boolean stopping;
  private final List<Thread> threads = new ArrayList<>();

  Worker(Claims claims, Settling settling, Engines engines, Glossary glossary) {
    this.claims = claims;
    this.settling = settling;
    this.engines = engines;
    this.glossary = glossary;
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
    try {
      List<Segment> wanted = wanted(translation, claim);
      claims.noteAskedAgain(claim, wanted);
      settling.settleUnwanted(claim, wanted.stream().map(Segment::id).collect(Collectors.toSet()));
      work(pair, claim, wanted);
    } catch (RuntimeException e) {
      if (stopping) throw e;
      // whatever it is about these sentences, each is tried alone, and in the end left to people
      LOG.warn("A translation failed and is tried again", e);
      settling.failed(
          claim, Reason.other("Something went wrong here: " + e.getClass().getSimpleName() + "."));
    }
    return true;
  }

  /** Asks the engines of the pair in their order, in batches that each of them takes. */
  private void work(Pair pair, Claims.Claim claim, List<Segment> wanted) {
    List<Segment> rest = new ArrayList<>(settling.remembered(claim, wanted));
    List<Engine> left = new ArrayList<>(engines.route(pair));
    if (left.isEmpty() && !rest.isEmpty()) {
      if (engines.mayTranslate(pair)) waiting(claim, Job.ENGINE_AWAY, null);
      else settling.failed(claim, Reason.of(Reason.NO_ENGINE));
      return;
    }
    Terms terms = glossary.of(pair.source(), pair.target());
    boolean suspect = claim.tasks().getFirst().attempts() > 0;
    OutOfBudget unpaid = null;
    String reason = null;
    while (!rest.isEmpty() && !left.isEmpty()) {
      Engine engine = left.getFirst();
      List<Segment> next =
          List.copyOf(Batches.first(rest, engine.limits(), s -> s.source().length()));
      List<Segment> batch = claims.asking(claim, next, engine);
      try {
        Map<UUID, Translating.Outcome> outcomes = new HashMap<>();
        if (!batch.isEmpty()) {
          new Translating(engines, engine, pair, terms, Payer.SITE, suspect)
              .translate(batch)
              .forEach((segment, outcome) -> outcomes.put(segment.id(), outcome));
        }
        settling.settle(claim, engine, batch, outcomes);
        rest.removeAll(next);
      } catch (OutOfBudget e) {
        claims.unanswered(claim, batch, false);
        unpaid = e;
        left.removeFirst();
      } catch (EngineAway e) {
        claims.unanswered(claim, batch, e.possiblyCharged());
        reason = e.getMessage();
        left.removeFirst();
      }
    }
    if (rest.isEmpty()) return;
    if (unpaid != null) {
      waiting(claim, Job.OUT_OF_BUDGET, unpaid.renewed());
    } else {
      settling.failed(claim, Reason.other(String.valueOf(reason)));
    }
  }

  /** What was done of it is for translators and readers; the rest comes again. */
  private void waiting(Claims.Claim claim, String reason, @Nullable Instant until) {
    claims.waiting(claim, reason, until);
    settling.show(claim);
  }

  /** The claimed segments as they are now. */
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
