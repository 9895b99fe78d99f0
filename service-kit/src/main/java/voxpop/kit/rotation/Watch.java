package voxpop.kit.rotation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.filter.ClientFilterChain;
import io.micronaut.http.filter.HttpClientFilter;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Sees how each instance that is called behaves. */
@Filter(serviceId = {"article-service", "comment-service", "translation-service"})
class Watch implements HttpClientFilter {
  private final Rotations rotations;

  Watch(Rotations rotations) {
    this.rotations = rotations;
  }

  @Override
  public Publisher<? extends HttpResponse<?>> doFilter(
      MutableHttpRequest<?> request, ClientFilterChain chain) {
    Instance instance = rotations.at(request.getUri());
    return instance == null ? chain.proceed(request) : watched(instance, request, chain);
  }

  private static Mono<HttpResponse<?>> watched(
      Instance instance, MutableHttpRequest<?> request, ClientFilterChain chain) {
    return Mono.defer(
        () -> {
          Call call = Call.of(request, System.nanoTime());
          instance.begin(call);
          return Mono.<HttpResponse<?>>from(chain.proceed(request))
              .or(call.givenUp())
              .doOnNext(answer -> instance.answered(call))
              .doOnError(failure -> note(instance, call, failure))
              .doOnCancel(() -> instance.unanswered(call));
        });
  }

  private static void note(Instance instance, Call call, Throwable failure) {
    if (failure instanceof HttpClientResponseException) {
      instance.answered(call);
    } else if (Unsent.is(failure)) {
      instance.refused(call);
    } else {
      instance.unanswered(call);
    }
  }
}
