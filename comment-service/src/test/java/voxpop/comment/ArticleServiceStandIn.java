package voxpop.comment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for article-service: its feed and its site settings, as the contract describes them.
 */
public final class ArticleServiceStandIn implements AutoCloseable {
  private static final Pattern AFTER = Pattern.compile("lastEventId=(\\d+)");
  private static final Pattern TIMEOUT = Pattern.compile("timeout=(\\d+)");

  private final HttpServer server;
  private final List<Map<String, Object>> events = new ArrayList<>();
  private volatile Map<String, Object> site = Map.of("language", "de", "comments", "open");
  private volatile boolean away;

  public ArticleServiceStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/changes", this::changes);
    server.createContext("/site", exchange -> answer(exchange, "application/json", site));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A published German article. */
  public UUID publish() {
    return tell(UUID.randomUUID(), "published", "open", "de");
  }

  public UUID tell(UUID article, String status, String comments, String language) {
    return event(
        "voxpop.article",
        article,
        Map.of(
            "article",
            article.toString(),
            "version",
            1,
            "status",
            status,
            "language",
            language,
            "comments",
            comments,
            "editions",
            List.of()));
  }

  /** The article is no more. */
  public void remove(UUID article) {
    Map<String, Object> data = Map.of("article", article.toString());
    event("voxpop.article", article, data, Map.of("method", "DELETE"));
  }

  /** The site speaks these languages, the first by itself. */
  public void speak(String... languages) {
    site = Map.of("language", languages[0], "comments", "open", "languages", List.of(languages));
    event("voxpop.site", "site", Map.of("version", 2));
  }

  public void settle(String language, String comments) {
    site = Map.of("language", language, "comments", comments);
    event("voxpop.site", "site", Map.of("version", 1));
  }

  /** Whether it answers at all. */
  public void away(boolean isAway) {
    away = isAway;
  }

  private <T> T event(String type, T subject, Map<String, Object> data) {
    return event(type, subject, data, Map.of());
  }

  private synchronized <T> T event(
      String type, T subject, Map<String, Object> data, Map<String, Object> more) {
    Map<String, Object> event = new HashMap<>(more);
    event.put("specversion", "1.0");
    event.put("id", Integer.toString(events.size() + 1));
    event.put("source", "/article-service");
    event.put("type", type);
    event.put("time", Instant.now().toString());
    event.put("subject", subject.toString());
    event.put("datacontenttype", "application/json");
    event.put("data", data);
    events.add(event);
    notifyAll();
    return subject;
  }

  private void changes(HttpExchange exchange) throws IOException {
    Matcher after = AFTER.matcher(exchange.getRequestURI().getQuery());
    int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
    Matcher timeout = TIMEOUT.matcher(exchange.getRequestURI().getQuery());
    List<Map<String, Object>> news =
        after(from, timeout.find() ? Long.parseLong(timeout.group(1)) : 0);
    exchange.getResponseHeaders().set("Last-Event-Id", Integer.toString(from + news.size()));
    answer(exchange, "application/cloudevents-batch+json", news);
  }

  private synchronized List<Map<String, Object>> after(int position, long timeoutMillis) {
    if (events.size() <= position && timeoutMillis > 0) {
      try {
        wait(timeoutMillis);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    return List.copyOf(events.subList(position, events.size()));
  }

  private void answer(HttpExchange exchange, String type, Object json) throws IOException {
    try (exchange) {
      byte[] body =
          away
              ? new byte[0]
              : JsonMapper.createDefault()
                  .writeValueAsString(json)
                  .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(away ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
