package voxpop.gateway.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import voxpop.gateway.client.Visitor;
import voxpop.gateway.edge.Visitors;
import voxpop.gateway.limit.Limits.Counted;

/** Counts what comes in, by account, reader or network, before anything is done for it. */
@ServerFilter("/**")
class RateLimits implements Ordered {
  private final Limits limits;
  private final Visitors visitors;
  private final Accounts accounts;
  private final Scheduler blocking;

  RateLimits(
      Limits limits,
      Visitors visitors,
      Accounts accounts,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.limits = limits;
    this.visitors = visitors;
    this.accounts = accounts;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @RequestFilter
  CompletionStage<HttpRequest<?>> count(HttpRequest<?> request) {
    List<Policy> policies = Rules.of(request.getMethod(), request.getPath());
    if (policies.isEmpty()) {
      return CompletableFuture.completedFuture(request);
    }
    CompletableFuture<HttpRequest<?>> goOn = new CompletableFuture<>();
    visitor(request)
        .flatMap(visitor -> account(visitor).map(account -> counted(policies, visitor, account)))
        .doOnNext(counted -> limits.take(request, counted))
        .subscribe(whom -> goOn.complete(request), goOn::completeExceptionally);
    return goOn;
  }

  /** A session may have to be traded for a token: not on the event loop. */
  private Mono<Visitor> visitor(HttpRequest<?> request) {
    Mono<Visitor> visitor = Mono.fromCallable(() -> visitors.of(request));
    return request.getHeaders().contains(HttpHeaders.COOKIE)
        ? visitor.subscribeOn(blocking)
        : visitor;
  }

  /** The account's id, or nothing (an empty string). */
  private Mono<String> account(Visitor visitor) {
    if (visitor.author().isPresent()) {
      return Mono.just(visitor.author().get().id().toString());
    }
    String token = visitor.token();
    return token == null ? Mono.just("") : accounts.of(token).defaultIfEmpty("");
  }

  private static List<Counted> counted(List<Policy> policies, Visitor visitor, String account) {
    String network = "network:" + visitor.network();
    List<Counted> counted = new ArrayList<>(policies.size());
    for (Policy policy : policies) {
      switch (policy) {
        case COMMENTS, RECOMMENDATIONS_PER_NETWORK -> counted.add(new Counted(policy, network));
        case RECOMMENDATIONS -> {
          // Who writes for the first time is no reader yet, and counts with the network only.
          if (visitor.reader() != null) {
            counted.add(new Counted(policy, "reader:" + visitor.reader()));
          }
        }
        case WRITES, READS ->
            counted.add(new Counted(policy, account.isEmpty() ? network : "account:" + account));
      }
    }
    return counted;
  }

  // after cross-site writes were refused, before anybody is asked for anything
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }
}
