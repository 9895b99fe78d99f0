package voxpop.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service as the door sees it: real HTTP, answers that a test sets, a feed, and the requests that
 * came.
 */
final class StandIn implements AutoCloseable {
  /** A request that came. */
  record Asked(
      String method, String path, String query, Map<String, String> headers, String body, long at) {
    String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** An answer to give. */
  record Told(int status, String body, Map<String, String> headers) {
    static Told ok(String json) {
      return new Told(200, json, Map.of());
    }

    static Told of(int status, String json) {
      return new Told(status, json, Map.of());
    }

    static Told problem(int status, String type, String violations) {
      return new Told(
          status,
          """
          {"type":"/problems/%s","title":"No","status":%d,"detail":"No.","violations":[%s]}\
          """
              .formatted(type, status, violations),
          Map.of("Content-Type", "application/problem+json"));
    }
  }

  final String name;
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<Pattern, Function<Asked, Told>> routes =
      java.util.Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final Map<String, Long> delays = new ConcurrentHashMap<>();
  private final AtomicLong feedPolls = new AtomicLong();
  private HttpServer server;
  private int port;

  StandIn(String name) {
    this.name = name;
    start();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** From now on, what matches is answered so; a later one goes before an earlier one. */
  void on(String methodAndPath, Function<Asked, Told> answer) {
    routes.put(Pattern.compile(methodAndPath), answer);
  }

  void on(String methodAndPath, String json) {
    on(methodAndPath, asked -> Told.ok(json));
  }

  /** Lets answers to a path wait. */
  void slow(String path, long millis) {
    delays.put(path, millis);
  }

  /** Tells a change in the feed. */
  void tell(String type, String subject, String data) {
    tell(type, subject, data, null);
  }

  void tell(String type, String subject, String data, String method) {
    synchronized (changes) {
      changes.add(
          """
          {"specversion":"1.0","id":"%d","source":"/%s","type":"%s","time":"2026-01-01T00:00:00Z",\
          "subject":"%s",%s"datacontenttype":"application/json","data":%s}\
          """
              .formatted(
                  changes.size() + 1,
                  name,
                  type,
                  subject,
                  method == null ? "" : "\"method\":\"" + method + "\",",
                  data));
      changes.notifyAll();
    }
  }

  /** The requests to a path. */
  List<Asked> asked(String path) {
    return asked.stream().filter(a -> a.path().equals(path)).toList();
  }

  long feedPolls() {
    return feedPolls.get();
  }

  void start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = server.getAddress().getPort();
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request = read(exchange);
      Told told = request.path().equals("/changes") ? feed(request) : answer(request);
      byte[] body = told.body().getBytes(StandardCharsets.ISO_8859_1);
      if (told.body().chars().anyMatch(c -> c > 255) || !told.headers().containsKey("X-Bytes")) {
        body = told.body().getBytes(StandardCharsets.UTF_8);
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      told.headers().forEach(exchange.getResponseHeaders()::set);
      boolean empty = body.length == 0 || request.method().equals("HEAD");
      exchange.sendResponseHeaders(told.status(), empty ? -1 : body.length);
      if (!empty) {
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((k, v) -> headers.put(k.toLowerCase(java.util.Locale.ROOT), String.join(",", v)));
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        String.valueOf(exchange.getRequestURI().getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        System.nanoTime());
  }

  private Told answer(Asked request) throws InterruptedException {
    asked.add(request);
    Thread.sleep(delays.getOrDefault(request.path(), 0L));
    String line = request.method() + " " + request.path();
    return routes.entrySet().stream()
        .filter(route -> route.getKey().matcher(line).matches())
        .reduce((first, last) -> last)
        .map(route -> route.getValue().apply(request))
        .orElse(Told.problem(404, "not-found", ""));
  }

  private Told feed(Asked request) throws InterruptedException {
    feedPolls.incrementAndGet();
    Matcher from = Pattern.compile("lastEventId=([^&]*)").matcher(request.query());
    String position = from.find() ? from.group(1) : "0";
    synchronized (changes) {
      if (position.equals("latest")) {
        return batch(List.of(), changes.size());
      }
      int at = Integer.parseInt(position);
      if (at > changes.size()) {
        return Told.problem(410, "feed-reset", "");
      }
      if (at == changes.size()) {
        changes.wait(1_500);
      }
      return batch(changes.subList(at, changes.size()), changes.size());
    }
  }

  /** As after a restored backup: positions that were given before are unknown. */
  void forgetChanges() {
    synchronized (changes) {
      changes.clear();
    }
  }

  private static Told batch(List<String> events, int position) {
    return new Told(
        200,
        "[" + String.join(",", events) + "]",
        Map.of(
            "Content-Type",
            "application/cloudevents-batch+json",
            "Last-Event-Id",
            Integer.toString(position)));
  }
}
