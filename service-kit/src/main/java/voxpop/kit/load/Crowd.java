package voxpop.kit.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import voxpop.kit.problem.Problem;

/**
 * Counts the requests in progress and refuses those above {@code voxpop.load.at-once} with 503 and
 * {@code Retry-After}. Neither the management port counts, which must tell how things are, nor a
 * feed's long poll, which only waits.
 */
@Filter("/**")
class Crowd implements HttpServerFilter {
  private static final String LONG_POLL = "/changes";

  private final AtomicInteger inside = new AtomicInteger();
  private final int atOnce;
  private final int managementPort;
  private final Counter shed;

  Crowd(
      @Value("${voxpop.load.at-once}") int atOnce,
      @Value("${endpoints.all.port:-1}") int managementPort,
      MeterRegistry metrics) {
    this.atOnce = atOnce;
    this.managementPort = managementPort;
    this.shed =
        Counter.builder("voxpop.requests.shed")
            .description("Requests that were refused because too many were in progress")
            .register(metrics);
    metrics.gauge("voxpop.requests.inside", inside);
  }

  @Override
  public Publisher<MutableHttpResponse<?>> doFilter(
      HttpRequest<?> request, ServerFilterChain chain) {
    if (request.getServerAddress().getPort() == managementPort
        || request.getPath().equals(LONG_POLL)) {
      return chain.proceed(request);
    }
    return Mono.defer(() -> inside.incrementAndGet() > atOnce ? refuse() : admit(request, chain));
  }

  /** Inside until the head of the answer is there: who reads its body slowly is no burden. */
  private Mono<MutableHttpResponse<?>> admit(HttpRequest<?> request, ServerFilterChain chain) {
    return Mono.<MutableHttpResponse<?>>from(chain.proceed(request))
        .doFinally(how -> inside.decrementAndGet())
        // the server takes one value out of a fused one and never lets it end
        .hide();
  }

  private Mono<MutableHttpResponse<?>> refuse() {
    inside.decrementAndGet();
    shed.increment();
    return Mono.error(Problem.busy());
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.before();
  }
}
