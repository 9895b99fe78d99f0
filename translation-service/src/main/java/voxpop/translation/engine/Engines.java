package voxpop.translation.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All engines that are set up: which one is for a pair, and the one way of asking it, through its
 * circuit breaker and its budget.
 */
@Singleton
public class Engines {
  private final List<Engine> engines;
  private final Routes routes;
  private final Budget budget;
  private final CircuitBreakerConfig config;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  Engines(List<Engine> all, Settings settings, Budget budget) {
    this.engines = all.stream().filter(Engine::configured).toList();
    this.routes =
        Routes.of(settings.all(), all.stream().map(Engine::name).collect(Collectors.toSet()));
    this.budget = budget;
    this.config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(settings.all().rest())
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .ignoreException(e -> e instanceof EngineAway away && away.refusal())
            .build();
  }

  /** The engines that can be asked for a pair now, in the order in which they are to be asked. */
  public List<Engine> route(Pair pair) {
    return working(pair)
        .filter(engine -> breaker(engine).getState() != CircuitBreaker.State.OPEN)
        .toList();
  }

  /** The engine for a pair, if there is one that works. */
  public Optional<Engine> forPair(Pair pair) {
    return working(pair).findFirst();
  }

  /**
   * Whether an engine for readers is set up that may translate a pair, now or when it is back: one
   * that never answered yet may.
   */
  public boolean mayTranslate(Pair pair) {
    return routes.route(pair, engines).stream()
        .filter(Engine::forReaders)
        .anyMatch(
            engine -> {
              Probe probe = engine.probe();
              boolean unknown = !probe.working() && probe.pairs().isEmpty();
              return unknown || engine.translates(pair);
            });
  }

  /** What an engine for readers that works at this moment translates, of these languages. */
  List<Pair> now(List<String> languages) {
    return languages.stream()
        .flatMap(from -> languages.stream().map(to -> new Pair(from, to)))
        .filter(pair -> !pair.source().equals(pair.target()))
        .filter(pair -> working(pair).anyMatch(Engine::forReaders))
        .toList();
  }

  /**
   * Asks an engine.
   *
   * @param characters to be charged for it
   * @return an answer to each text
   * @throws EngineAway if it gave none, or is left in peace
   * @throws OutOfBudget if it may not be asked any more this month
   */
  public List<String> ask(Engine engine, Order order, long characters, Payer payer) {
    CircuitBreaker breaker = breaker(engine);
    if (!breaker.tryAcquirePermission()) {
      throw EngineAway.uncharged(engine.title() + " failed often and is left in peace.", null);
    }
    long start = System.nanoTime();
    try {
      budget.take(engine, characters, payer);
    } catch (RuntimeException e) {
      breaker.releasePermission();
      throw e;
    }
    try {
      List<String> answers = engine.translate(order);
      if (answers.size() != order.texts().size()) {
        throw new EngineAway(
            "%s gave %d answers to %d texts."
                .formatted(engine.title(), answers.size(), order.texts().size()));
      }
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return answers;
    } catch (EngineAway e) {
      if (!e.possiblyCharged()) budget.giveBack(engine, characters, payer);
      if (order.suspect()) breaker.releasePermission();
      else breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      if (e.retryAfter() != null) breaker.transitionToOpenStateFor(e.retryAfter());
      throw e;
    } catch (RuntimeException e) {
      breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      throw e;
    }
  }

  /** {@code closed}: asked; {@code open}: left in peace; {@code half_open}: tried once. */
  String circuit(Engine engine) {
    return breaker(engine).getState().name().toLowerCase(Locale.ROOT);
  }

  private Stream<Engine> working(Pair pair) {
    return routes.route(pair, engines).stream()
        .filter(engine -> engine.probe().working() && engine.translates(pair));
  }

  List<Engine> all() {
    return routes.inOrder(engines);
  }

  private CircuitBreaker breaker(Engine engine) {
    return breakers.computeIfAbsent(engine.name(), name -> CircuitBreaker.of(name, config));
  }
}
