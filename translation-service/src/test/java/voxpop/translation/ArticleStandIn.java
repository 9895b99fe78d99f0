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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands for article-service in the tests of this module: a small real server with the same
 * addresses and JSON. That the real one speaks so, the end-to-end test shows.
 */
public final class ArticleStandIn implements AutoCloseable {
  private final HttpServer server;
  private final List<Map<String, Object>> changes = new ArrayList<>();
  private final Map<UUID, List<Map<String, Object>>> sources = new ConcurrentHashMap<>();
  private volatile String machineEditions = "published";
  private volatile Map<String, String> machineEditionsByLanguage = Map.of();
  private volatile List<Map<String, Object>> translators = List.of();

  /** What was told of addresses: path and body. */
  public final List<String> refusals = new CopyOnWriteArrayList<>();

  private volatile List<String> languages = List.of("de", "en", "es", "fr", "ar");

  public ArticleStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/site", exchange -> StandInAnswer.json(exchange, 200, site()));
    server.createContext("/sources/", this::source);
    server.createContext("/changes", this::changes);
    server.createContext("/translators", this::translators);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void machineEditions(String policy) {
    machineEditions = policy;
    tell("voxpop.site", "site", null, Map.of("version", 2));
  }

  public void machineEditionsIn(String language, String policy) {
    machineEditionsByLanguage = Map.of(language, policy);
    tell("voxpop.site", "site", null, Map.of("version", 3));
  }

  /** Publishes an article, or its next revision. */
  public UUID publish(UUID article, String language, String title, String html) {
    return publish(article, language, title, null, html, false);
  }

  public UUID publish(
      UUID article,
      String language,
      String title,
      String summary,
      String html,
      boolean correction) {
    int revision = store(article, language, title, summary, html, correction);
    tellArticle(article, "published", revision, language);
    return article;
  }

  /** A text of the house, as it is said now. */
  public void say(
      UUID id, String kind, String language, String title, boolean titled, String html) {
    int revision = store(id, language, title, null, html, false);
    sources.get(id).getLast().putAll(Map.of("kind", kind, "titled", titled));
    tell(
        "voxpop.wording",
        id.toString(),
        null,
        Map.of("wording", id.toString(), "kind", kind, "revision", revision));
  }

  public void forget(UUID id) {
    sources.remove(id);
    tell("voxpop.wording", id.toString(), "DELETE", Map.of("wording", id.toString()));
  }

  /** The next revision, of which nothing is told before another one follows. */
  public int store(
      UUID article,
      String language,
      String title,
      String summary,
      String html,
      boolean correction) {
    List<Map<String, Object>> before = sources.getOrDefault(article, List.of());
    int revision = before.size() + 1;
    Map<String, Object> source = new HashMap<>();
    source.put("article", article.toString());
    source.put("revision", revision);
    source.put("language", language);
    source.put("title", title);
    source.put("summary", summary);
    source.put("html", html);
    source.put("correction", correction);
    source.put("comments", "open");
    List<Map<String, Object>> all = new ArrayList<>(before);
    all.add(source);
    sources.put(article, all);
    return revision;
  }

  /** Readers recommend it so many times. */
  public void recommend(UUID article, int times) {
    tell(
        "voxpop.recommendations",
        article + "/recommendations",
        null,
        Map.of("article", article.toString(), "count", times));
  }

  /** The site speaks these languages from now on. */
  public void languages(String... now) {
    languages = List.of(now);
    tell("voxpop.site", "site", null, Map.of("version", 3));
  }

  /** They want to be written to. */
  public void translators(List<Map<String, Object>> now) {
    translators = now;
  }

  private void translators(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      StandInAnswer.json(exchange, 200, Map.of("items", translators));
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    refusals.add(exchange.getRequestURI().getPath() + " " + body);
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  public void withdraw(UUID article) {
    int revision = sources.remove(article).size();
    tellArticle(article, "withdrawn", revision, "en");
  }

  public void remove(UUID article) {
    sources.remove(article);
    tell("voxpop.article", article.toString(), "DELETE", Map.of("article", article.toString()));
  }

  private void tellArticle(UUID article, String status, int revision, String language) {
    tell(
        "voxpop.article",
        article.toString(),
        null,
        Map.of(
            "article", article.toString(),
            "status", status,
            "revision", revision,
            "language", language));
  }

  private synchronized void tell(
      String type, String subject, String method, Map<String, Object> data) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("specversion", "1.0");
    change.put("id", String.valueOf(changes.size() + 1));
    change.put("source", "/article-service");
    change.put("type", type);
    change.put("time", "2026-01-01T00:00:00Z");
    change.put("subject", subject);
    if (method != null) change.put("method", method);
    change.put("datacontenttype", "application/json");
    change.put("data", data);
    changes.add(change);
    notifyAll();
  }

  private Map<String, Object> site() {
    return Map.of(
        "name",
        "Test",
        "address",
        "https://blog.example.org/",
        "language",
        "de",
        "languages",
        languages,
        "machineEditions",
        machineEditions,
        "machineEditionsByLanguage",
        machineEditionsByLanguage,
        "version",
        1);
  }

  private void source(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    List<Map<String, Object>> all =
        sources.get(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    int after = Integer.parseInt(exchange.getRequestURI().getQuery().replace("after=", ""));
    StandInAnswer.json(
        exchange, all == null ? 404 : 200, all == null ? Map.of() : next(all, after));
  }

  /** As article-service does: a correction by itself, what is before and after it in one step. */
  private static Map<String, Object> next(List<Map<String, Object>> all, int after) {
    int index = after < all.size() ? after : all.size() - 1;
    while (index + 1 < all.size()
        && !(boolean) all.get(index).get("correction")
        && !(boolean) all.get(index + 1).get("correction")) index++;
    Map<String, Object> source = new HashMap<>(all.get(index));
    source.put("more", index + 1 < all.size());
    return source;
  }

  private void changes(HttpExchange exchange) throws IOException {
    Map<String, String> query = new HashMap<>();
    for (String part : exchange.getRequestURI().getQuery().split("&")) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], pair.length > 1 ? pair[1] : "");
    }
    String last = query.getOrDefault("lastEventId", "");
    int from = last.matches("\\d+") ? Integer.parseInt(last) : 0;
    List<Map<String, Object>> batch = after(from, Long.parseLong(query.get("timeout")));
    exchange.getResponseHeaders().add("Last-Event-Id", String.valueOf(from + batch.size()));
    StandInAnswer.json(exchange, 200, batch);
  }

  private synchronized List<Map<String, Object>> after(int from, long timeout) {
    long until = System.currentTimeMillis() + timeout;
    try {
      while (changes.size() <= from && System.currentTimeMillis() < until) {
        wait(Math.max(1, until - System.currentTimeMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(changes.subList(Math.min(from, changes.size()), changes.size()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
