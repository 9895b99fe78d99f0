package voxpop.kit.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.context.ServerRequestContext;

/**
 * Passes the id of the request that is being answered on to the house's other programs: the one
 * that a relayed request brings along, or that of the request in whose course the call is made.
 */
@ClientFilter(serviceId = {"article-service", "comment-service", "translation-service"})
class OwnCalls {
  private final boolean traced;

  /**
   * @param traced spans are collected: OpenTelemetry's own filter tells whose child a call is
   */
  OwnCalls(@Value("${voxpop.traces.enabled:false}") boolean traced) {
    this.traced = traced;
  }

  @RequestFilter
  void pass(MutableHttpRequest<?> call) {
    RequestId.of(call)
        .or(() -> ServerRequestContext.currentRequest().flatMap(RequestId::of))
        .ifPresent(
            id -> {
              if (traced) {
                call.getHeaders().set(RequestId.HEADER, id);
              } else {
                RequestId.pass(id, call.getHeaders());
              }
            });
  }
}
