package voxpop.kit.access;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Map;

/**
 * Gives what is logged the id of the request that it is logged for, as {@code requestId} of the
 * MDC. Looked up when something is logged, as most requests log nothing: keeping the MDC's own map
 * up to date wherever a request's work goes on took a twelfth of the processor time of a relayed
 * one.
 */
public final class RequestOfEvent extends Filter<ILoggingEvent> {
  @Override
  public FilterReply decide(ILoggingEvent event) {
    if (event instanceof LoggingEvent logged) {
      ServerRequestContext.currentRequest()
          .flatMap(RequestId::of)
          .ifPresent(id -> logged.setMDCPropertyMap(Map.of("requestId", id)));
    }
    return FilterReply.NEUTRAL;
  }
}
