package voxpop.gateway;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What the framework logs of requests that failed: nothing, where we tell of them ourselves. */
final class Complaints {
  private static final String TELLER = "io.micronaut.http.server.RouteExecutor";

  private Complaints() {}

  static ListAppender<ILoggingEvent> ofTheFramework() {
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    logger().addAppender(heard);
    return heard;
  }

  static void stopHearing(ListAppender<ILoggingEvent> heard) {
    logger().detachAppender(heard);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(TELLER);
  }
}
