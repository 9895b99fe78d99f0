package voxpop.translation;

import com.sun.net.httpserver.HttpExchange;
import io.micronaut.json.JsonMapper;
import java.io.IOException;

/** How the stand-ins for other services answer. */
final class StandInAnswer {
  private StandInAnswer() {}

  /** Sends an answer and ends the exchange; a feed's is of the feed's own media type. */
  static void json(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JsonMapper.createDefault().writeValueAsBytes(body);
    boolean feed = exchange.getRequestURI().getPath().equals("/changes");
    exchange
        .getResponseHeaders()
        .add("Content-Type", feed ? "application/cloudevents-batch+json" : "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
