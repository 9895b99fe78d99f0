package voxpop.translation.suggestion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands for comment-service where a reader's sum is checked: a token is good once, with the answer
 * 9. That the real one speaks so, its own tests and the end-to-end test show.
 */
final class CommentStandIn implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  CommentStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/challenges/redemptions", this::redeem);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void redeem(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String token = body.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
    boolean fresh = used.add(token);
    boolean right = body.contains("\"answer\":\"9\"");
    byte[] answer = (fresh && right ? "" : problem(fresh)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
    exchange.sendResponseHeaders(fresh && right ? 204 : 400, fresh && right ? -1 : answer.length);
    if (answer.length > 0) exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String problem(boolean fresh) {
    return """
    {"type":"/problems/challenge-%s","title":"The request has a mistake","status":400,
     "violations":[{"field":"challenge.%s","message":"no"}]}\
    """
        .formatted(fresh ? "wrong" : "used", fresh ? "answer" : "token");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
