package voxpop.gateway.limit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Tells with each answer what is left; a refusal is an answer, too. */
@ServerFilter("/**")
class LimitsTold implements Ordered {
  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Limits.tell(request, response.getHeaders());
  }

  // outside of the filter that refuses: its own answers pass it by otherwise
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.before();
  }
}
