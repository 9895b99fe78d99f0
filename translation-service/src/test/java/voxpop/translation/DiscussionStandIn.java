package voxpop.translation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Stands for comment-service where comments are read and readers' sums are checked: one thread, a
 * feed that tells of its changes, and tokens that are good once, with the answer 9. That the real
 * one speaks so, its own tests and the end-to-end test show.
 */
public final class DiscussionStandIn implements AutoCloseable {
  private static final UUID ARTICLE = UUID.randomUUID();
  private final HttpServer server;
  private final Map<UUID, Map<String, Object>> comments = new ConcurrentHashMap<>();
  private final List<Map<String, Object>> changes = new ArrayList<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  public DiscussionStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/comments/", this::comment);
    server.createContext("/changes", this::changes);
    server.createContext("/challenges/redemptions", this::redeem);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public UUID say(String language, String html) {
    UUID id = UUID.randomUUID();
    comments.put(id, comment(id, language, html, "published"));
    return id;
  }

  private static Map<String, Object> comment(UUID id, String language, String html, String status) {
    return new HashMap<>(
        Map.of("id", id, "article", ARTICLE, "html", html, "language", language, "status", status));
  }

  public synchronized void erase(UUID id) {
    Map<String, Object> erased = comment(id, "en", "", "rejected");
    erased.put("removed", true);
    comments.put(id, erased);
    changes.add(
        Map.of(
            "specversion",
            "1.0",
            "id",
            String.valueOf(changes.size() + 1),
            "source",
            "/comment-service",
            "type",
            "voxpop.thread",
            "time",
            "2026-01-01T00:00:00Z",
            "subject",
            ARTICLE.toString(),
            "data",
            Map.of("article", ARTICLE.toString(), "total", 0)));
    notifyAll();
  }

  private void comment(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, Object> found =
        comments.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    StandInAnswer.json(exchange, found == null ? 404 : 200, found == null ? Map.of() : found);
  }

  private void changes(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String last = query.replaceAll(".*lastEventId=(\\d+).*", "$1");
    int from = last.matches("\\d+") ? Integer.parseInt(last) : 0;
    List<Map<String, Object>> batch = after(from);
    exchange.getResponseHeaders().add("Last-Event-Id", String.valueOf(from + batch.size()));
    StandInAnswer.json(exchange, 200, batch);
  }

  private synchronized List<Map<String, Object>> after(int from) {
    try {
      if (changes.size() <= from) wait(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(changes.subList(Math.min(from, changes.size()), changes.size()));
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
