package voxpop.kit.trace;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.context.ServerRequestContext;
import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import voxpop.kit.access.RequestId;

/** A trace begins at the door, with the id that the request has got there. */
@Singleton
@Requires(property = "voxpop.traces.enabled", value = "true")
class TraceIds implements IdGenerator {
  private final IdGenerator random = IdGenerator.random();

  @Override
  public String generateTraceId() {
    return ServerRequestContext.currentRequest()
        .flatMap(RequestId::of)
        .orElseGet(random::generateTraceId);
  }

  @Override
  public String generateSpanId() {
    return random.generateSpanId();
  }
}
