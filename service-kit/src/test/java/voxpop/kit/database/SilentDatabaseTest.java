package voxpop.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.kit.feed.Change;
import voxpop.kit.feed.ChangeHandler;
import voxpop.kit.test.ServiceTest;
import voxpop.kit.test.TestDatabase;

/** The end of a program whose database took its calls and never answered. */
@MicronautTest(transactional = false)
class SilentDatabaseTest extends ServiceTest {
  /**
   * Readers of feeds are left after 0.3 s, their release after 2 s, the pool after 2 s; a third of
   * what it took to give up each by its own time.
   */
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(9);

  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean held = new AtomicBoolean();
  private ServerSocket relay;

  @Inject Tables tables;

  /** Keeps a reader at work on the database. */
  @Singleton
  @Requires(property = "voxpop.test.silent-database")
  static class Listener implements ChangeHandler {
    @Override
    public String source() {
      return "test-service";
    }

    @Override
    public void apply(Change change) {
      // nothing is told here
    }
  }

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(TestDatabase.get().freshSchema());
    URI database = URI.create(settings.get("datasources.default.url").replace("jdbc:", ""));
    try {
      relay = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> relayTo(database.getPort()));
    settings.put(
        "datasources.default.url",
        settings
            .get("datasources.default.url")
            .replace(":" + database.getPort() + "/", ":" + relay.getLocalPort() + "/"));
    settings.put("voxpop.test.silent-database", "true");
    return settings;
  }

  @Test
  void it_does_not_wait_for_an_answer() {
    assertThat(tables.column("SELECT 1")).isNotEmpty();
    held.set(true);
    Thread asking = Thread.ofVirtual().start(() -> tables.column("SELECT 2"));
    await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(5)).until(asking::isAlive);
    long start = System.nanoTime();
    server.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ENDS_WITHIN);
  }

  @AfterAll
  void close() throws IOException {
    over.countDown();
    relay.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void relayTo(int port) {
    try {
      while (true) {
        Socket in = relay.accept();
        Socket out = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(in);
        sockets.add(out);
        Thread.ofVirtual().start(() -> pass(in, out));
        Thread.ofVirtual().start(() -> pass(out, in));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (held.get()) {
          over.await();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException closed) {
      // by either side
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
