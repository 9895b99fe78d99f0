package voxpop.translation.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands for an engine's server that no test machine has: a small real server, written from the
 * published description of its API, that refuses what that description refuses. It also fails on
 * demand, as no real one does.
 */
public abstract class EngineStandIn implements AutoCloseable {
  /** What it does instead of answering. */
  public enum Fault {
    NONE,
    /** Something that is no JSON. */
    RUBBISH,
    /** The first half of an answer, and then the line goes dead. */
    HALF,
    /** The first half of an answer, and then nothing for ever. */
    STALLING,
    /** 503 */
    BROKEN,
    /** 429 with {@code Retry-After: 1}, once. */
    LATER_ONCE,
    /** 500, once. */
    BROKEN_ONCE
  }

  /** A question as it came in. */
  public record Question(
      String method, String path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? "" : values.getFirst();
    }
  }

  /** An answer. */
  public record Answer(int status, Object body) {}

  protected static final ObjectMapper JSON = ObjectMapper.getDefault();

  /** The questions for translations, in order. */
  public final List<Question> asked = new CopyOnWriteArrayList<>();

  public volatile Fault fault = Fault.NONE;

  /** What happens when a question for a translation has come in. */
  public volatile Runnable beforeAnswer = () -> {};

  /** What happens when its answer has gone out. */
  public volatile Runnable afterAnswer = () -> {};

  private final HttpServer server;

  protected EngineStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether this asks for a translation: only these fail on demand. */
  protected abstract boolean translating(Question question);

  protected abstract Answer answer(Question question) throws IOException;

  protected static Map<String, Object> read(String json) throws IOException {
    return JSON.readValue(json, Argument.mapOf(String.class, Object.class));
  }

  private void serve(HttpExchange exchange) throws IOException {
    Question question =
        new Question(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    boolean translating = translating(question);
    if (translating) {
      asked.add(question);
      beforeAnswer.run();
    }
    Fault now = translating ? fault : Fault.NONE;
    if (now == Fault.LATER_ONCE || now == Fault.BROKEN_ONCE) fault = Fault.NONE;
    Answer answer =
        switch (now) {
          case LATER_ONCE -> new Answer(429, Map.of("error", "slow down"));
          case BROKEN_ONCE -> new Answer(500, Map.of("error", "oops"));
          case BROKEN -> new Answer(503, Map.of("error", "away"));
          default -> answer(question);
        };
    if (now == Fault.LATER_ONCE) exchange.getResponseHeaders().add("Retry-After", "1");
    byte[] bytes =
        now == Fault.RUBBISH
            ? "<html>welcome</html>".getBytes()
            : JSON.writeValueAsBytes(answer.body());
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (answer.status() == 204) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    if (now == Fault.HALF || now == Fault.STALLING) {
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
      if (now == Fault.STALLING) sleep();
      throw new IOException("broken off as told");
    }
    exchange.getResponseBody().write(bytes);
    exchange.close();
    if (translating) afterAnswer.run();
  }

  private static void sleep() {
    try {
      Thread.sleep(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
