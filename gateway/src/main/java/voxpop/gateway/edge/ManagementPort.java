package voxpop.gateway.edge;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.ProblemHandler;

/**
 * The port that tells how the door is leads nowhere: filters pass requests on to the services on
 * whatever port they came.
 */
@ServerFilter("/**")
class ManagementPort implements Ordered {
  private final int port;

  ManagementPort(@Value("${endpoints.all.port:-1}") int port) {
    this.port = port;
  }

  @RequestFilter
  @Nullable HttpResponse<?> stop(HttpRequest<?> request) {
    boolean leads =
        request.getServerAddress().getPort() == port
            && !request.getPath().matches("/(health|prometheus|version)(/.*)?");
    return leads
        ? ProblemHandler.answer(Problem.notFound("There is nothing at this address."))
        : null;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.before();
  }
}
