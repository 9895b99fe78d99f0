package voxpop.kit.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import voxpop.kit.problem.ProblemBody;

/**
 * What the line of access can't know by itself is the route; what a problem can't is the request's
 * id.
 */
@ServerFilter("/**")
class Told implements Ordered {
  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    String id = RequestId.of(request).orElse(null);
    if (id == null) {
      return;
    }
    BasicHttpAttributes.getUriTemplate(request)
        .ifPresent(route -> response.getHeaders().set(AccessHandler.ROUTE, route));
    if (response.body() instanceof ProblemBody problem && problem.requestId() == null) {
      response.body(problem.of(id));
    }
  }

  // outside of everything that may answer
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
