package voxpop.kit.access;

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
  @RequestFilter
  void pass(MutableHttpRequest<?> call) {
    RequestId.of(call)
        .or(() -> ServerRequestContext.currentRequest().flatMap(RequestId::of))
        .ifPresent(id -> RequestId.pass(id, call.getHeaders()));
  }
}
