package voxpop.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two servers on this machine: one stands for the world (its address is opened by setting), one for
 * what must not be reached.
 */
class GuardedHttpTest {
  private static final InetAddress WORLD = address("127.0.0.2");
  private static final InetAddress INSIDE = address("127.0.0.1");

  private static HttpServer world;
  private static HttpServer inside;
  private static ApplicationContext context;
  private static GuardedHttp guarded;
  private static final List<String> askedInside = new CopyOnWriteArrayList<>();

  /** Names as the test wants them. */
  @Singleton
  @Requires(property = "voxpop.test.names")
  static class TestNames implements Names {
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public InetAddress[] addressesOf(String name) throws UnknownHostException {
      return switch (name) {
        case "world.example" -> new InetAddress[] {WORLD};
        case "inside.example" -> new InetAddress[] {INSIDE};
        case "both.example" -> new InetAddress[] {WORLD, INSIDE};
        // out in the world when asked first, inside from then on
        case "rebinding.example" ->
            new InetAddress[] {asked.getAndIncrement() == 0 ? WORLD : INSIDE};
        default -> InetAddress.getAllByName(name);
      };
    }
  }

  private static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  @BeforeAll
  static void open() throws IOException {
    inside = HttpServer.create(new InetSocketAddress(INSIDE, 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          askedInside.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    inside.start();
    world = HttpServer.create(new InetSocketAddress(WORLD, inside.getAddress().getPort()), 0);
    world.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String query = exchange.getRequestURI().getQuery();
          byte[] body = ("hello " + path).getBytes(StandardCharsets.UTF_8);
          if (path.equals("/to")) {
            exchange.getResponseHeaders().set("Location", query);
            exchange.sendResponseHeaders(302, -1);
          } else if (path.equals("/large")) {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
              for (int i = 0; i < 4_000; i++) {
                out.write(new byte[1024]);
              }
            } catch (IOException e) {
              // hung up, as it should
            }
          } else {
            exchange
                .getResponseHeaders()
                .set("X-Host", exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(path.equals("/missing") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    world.start();
    context =
        ApplicationContext.run(
            Map.of(
                "voxpop.outbound.allowed", "127.0.0.2/32",
                "voxpop.test.names", "true",
                "voxpop.internal.secret", "own-secret-own-secret-own-secret-own-secret",
                "datasources.default.enabled", "false",
                "flyway.enabled", "false"),
            "test");
    guarded = context.getBean(GuardedHttp.class);
  }

  @AfterAll
  static void close() {
    context.close();
    world.stop(0);
    inside.stop(0);
  }

  @BeforeEach
  void forget() {
    askedInside.clear();
  }

  private static URI at(String host, String path) {
    return URI.create("http://" + host + ":" + inside.getAddress().getPort() + path);
  }

  private static void refused(URI address) {
    assertThatThrownBy(() -> guarded.get(address, "*/*"))
        .as(address.toString())
        .isInstanceOf(NotPublic.class);
    assertThat(askedInside).as(address.toString()).isEmpty();
  }

  @Test
  void what_is_out_in_the_world_is_fetched_under_its_name() {
    var answer = guarded.get(at("world.example", "/page"), "text/html");
    assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello /page");
    assertThat(answer.header("X-Host")).startsWith("world.example:");
    assertThat(guarded.get(at("world.example", "/missing"), "*/*").code()).isEqualTo(404);
    assertThat(guarded.post(at("world.example", "/hook"), "application/json", new byte[2]).code())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "localhost", "inside.example", "both.example", "[::1]", "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "169.254.169.254", "10.0.0.1",
            "0.0.0.0",
        "127.1", "2130706433"
      })
  void what_is_inside_is_not(String host) {
    // some of the odd spellings are no host for URI at all, which is as good
    refused(at(host, "/"));
  }

  @Test
  void a_name_that_changes_where_it_leads_gains_nothing() {
    var answer = guarded.get(at("rebinding.example", "/page"), "*/*");
    assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello /page");
    assertThat(askedInside).isEmpty();
    // looked up once for both: the check and the connection
    assertThat(context.getBean(TestNames.class).asked).hasValue(1);
  }

  @Test
  void each_redirect_is_looked_at_as_well() {
    String port = ":" + inside.getAddress().getPort();
    for (String target :
        new String[] {
          "http://127.0.0.1" + port + "/",
          "http://inside.example" + port + "/",
          "//inside.example" + port + "/",
          "http://[::ffff:7f00:1]" + port + "/",
          "http://[64:ff9b::7f00:1]" + port + "/",
          "http://169.254.169.254/latest/meta-data",
          "http://user@world.example" + port + "/",
          "file:///etc/passwd",
          "gopher://world.example/",
          "/to?/to?/to?/to?/to"
        }) {
      refused(at("world.example", "/to?" + target));
    }
    var answer = guarded.get(at("world.example", "/to?/page"), "*/*");
    assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello /page");
  }

  @Test
  void other_schemes_and_too_much_are_refused() {
    for (String address :
        new String[] {
          "file:///etc/passwd", "ftp://world.example/", "jar:http://world.example!/", "/x"
        }) {
      refused(URI.create(address));
    }
    assertThatThrownBy(() -> guarded.get(at("world.example", "/large"), "*/*"))
        .isInstanceOf(HttpClientException.class);
  }
}
