package voxpop.translation.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import voxpop.local.Ports;

/**
 * The real Apertium APy of this machine, on a port of its own, seen through a door that notes what
 * is asked.
 */
public final class RealApertium implements AutoCloseable {
  private static final Path MODES = Path.of("/usr/share/apertium/modes");
  private static final Path SCRIPT = Path.of("../deploy/local/apertium-on-loopback.py");

  private final Process process;
  private final HttpServer door;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  /** The texts that it was asked to translate. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  private RealApertium() throws IOException {
    int port = Ports.free();
    address = URI.create("http://127.0.0.1:" + port);
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/bin/python3",
            SCRIPT.toString(),
            "--port",
            "" + port,
            "--num-processes",
            "1",
            MODES.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext("/", this::pass);
    door.start();
    Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(this::answers);
  }

  /**
   * Starts it; where it isn't installed, the test is skipped, or fails if real parts are required.
   */
  public static RealApertium start() {
    boolean there =
        Files.exists(Path.of("/usr/bin/apertium-apy"))
            && Files.exists(MODES.resolve("eng-spa.mode"));
    if (!there && !Boolean.getBoolean("voxpop.real-parts.required")) {
      Assumptions.abort("apertium-apy and apertium-eng-spa are not installed");
    }
    if (!there) throw new AssertionError("apertium-apy and apertium-eng-spa are not installed");
    try {
      return new RealApertium();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + door.getAddress().getPort();
  }

  private boolean answers() throws IOException, InterruptedException {
    return client
            .send(
                HttpRequest.newBuilder(address.resolve("/listPairs")).build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String form = new String(body, StandardCharsets.UTF_8);
    for (String part : form.split("&")) {
      if (part.startsWith("q="))
        asked.add(URLDecoder.decode(part.substring(2), StandardCharsets.UTF_8));
    }
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address.resolve(exchange.getRequestURI().toString()));
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) request.header("Content-Type", type);
      request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    door.stop(0);
    process.destroy();
  }
}
