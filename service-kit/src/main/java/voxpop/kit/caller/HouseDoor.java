package voxpop.kit.caller;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.ProblemHandler;

/**
 * Lets in only the programs of the house. Open to everybody are the management port, which the
 * network keeps apart, and the public keys, which are public.
 */
@ServerFilter("/**")
@Requires(property = "voxpop.internal.door", notEquals = "false")
class HouseDoor implements Ordered {
  static final String PROGRAM = "voxpop.program";
  private static final String PUBLIC_KEYS = "/.well-known/jwks.json";

  private final HouseSecrets secrets;
  private final int managementPort;

  HouseDoor(HouseSecrets secrets, @Value("${endpoints.all.port:-1}") int managementPort) {
    this.secrets = secrets;
    this.managementPort = managementPort;
  }

  @RequestFilter
  @Nullable HttpResponse<?> letIn(HttpRequest<?> request) {
    if (request.getServerAddress().getPort() == managementPort
        || request.getPath().equals(PUBLIC_KEYS)) {
      return null;
    }
    Optional<String> program =
        Optional.ofNullable(request.getHeaders().get(HouseHeaders.INTERNAL))
            .flatMap(secrets::programOf);
    program.ifPresent(name -> request.setAttribute(PROGRAM, name));
    return program.isPresent()
        ? null
        : ProblemHandler.answer(
            Problem.forbidden("Only the programs of this house are answered here."));
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }
}
