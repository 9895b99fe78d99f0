package voxpop.gateway.api;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.FreshCookie;
import voxpop.gateway.edge.MendedHeads;
import voxpop.gateway.edge.Sites;
import voxpop.gateway.edge.Visitors;
import voxpop.kit.problem.Problem;

/**
 * Sends each prefix of {@code /api} to the service that owns it. What no service owns goes on to
 * our own controllers.
 */
@Filter("/api/**")
class ApiDoor implements HttpServerFilter {
  private static final Pattern RECOMMENDATION =
      Pattern.compile("/api/articles/([0-9a-fA-F-]{36})/recommendation");

  private final Relay relay;
  private final Visitors visitors;
  private final FreshCookie fresh;
  private final Sites sites;
  private final Scheduler blocking;

  ApiDoor(
      Relay relay,
      Visitors visitors,
      FreshCookie fresh,
      Sites sites,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.relay = relay;
    this.visitors = visitors;
    this.fresh = fresh;
    this.sites = sites;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<MutableHttpResponse<?>> doFilter(
      HttpRequest<?> request, ServerFilterChain chain) {
    if (request.getMethod().permitsRequestBody() && coded(request)) {
      return Mono.error(Problem.unsupported("Send it as it is, without Content-Encoding."));
    }
    String path = request.getUri().getRawPath();
    if (Route.isTwisted(path)) {
      return Mono.error(Problem.notFound("There is nothing at this address."));
    }
    Optional<Route> route = Route.of(path);
    if (route.isEmpty() || CommentPosting.takes(request)) {
      return chain.proceed(request);
    }
    BasicHttpAttributes.setUriTemplate(request, route.get().template());
    String service = route.get().service();
    Optional<UUID> recommended = written(request, path);
    return visitor(request, recommended.isPresent())
        .flatMap(visitor -> relay.to(service, request, visitor))
        .flatMap(
            answer ->
                recommended.isPresent() && answer.code() < 300
                    ? marked(answer, recommended.get())
                    : Mono.just(answer));
  }

  /**
   * With the cookie for who has just written. Whether it is to be {@code Secure} the site tells; a
   * door that never heard it has to ask, and the event loop would wait there for itself.
   */
  private Mono<MutableHttpResponse<?>> marked(MutableHttpResponse<?> answer, UUID article) {
    Mono<MutableHttpResponse<?>> marked =
        Mono.fromCallable(
            () -> {
              fresh.set(answer, article);
              return answer;
            });
    return sites.known().isPresent()
        ? marked
        : marked.subscribeOn(blocking).onErrorReturn(Unavailable.class, answer);
  }

  /** Who isn't known yet may have to be asked for: not on the event loop. */
  private Mono<Visitor> visitor(HttpRequest<?> request, boolean writes) {
    Mono<Visitor> visitor =
        Mono.fromCallable(() -> writes ? visitors.writing(request) : visitors.of(request));
    return request.getHeaders().contains(HttpHeaders.COOKIE)
        ? visitor.subscribeOn(blocking)
        : visitor;
  }

  /** RFC 9110, 8.4: nothing that is sent here is so large that it needs packing. */
  private static boolean coded(HttpRequest<?> request) {
    String coding = request.getHeaders().get(MendedHeads.CODING);
    return coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity");
  }

  private static Optional<UUID> written(HttpRequest<?> request, String path) {
    if (request.getMethod() != HttpMethod.PUT && request.getMethod() != HttpMethod.DELETE) {
      return Optional.empty();
    }
    Matcher recommendation = RECOMMENDATION.matcher(path);
    return recommendation.matches()
        ? Optional.of(UUID.fromString(recommendation.group(1)))
        : Optional.empty();
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.LAST.order();
  }
}
