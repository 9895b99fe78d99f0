package voxpop.kit.shared;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.discovery.consul.ConsulConfiguration;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code voxpop/} of Consul's key-value store, and again whenever it changes, by a blocking
 * query (developer.hashicorp.com/consul/api-docs/features/blocking).
 */
@Context
@Requires(beans = ConsulConfiguration.class)
@Requires(property = "consul.client.enabled", value = "true")
class ConsulWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ConsulWatch.class);
  private static final String PREFIX = "voxpop/";
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(1);

  /** Consul itself answers by then, and adds up to a sixteenth. */
  private static final Duration WAIT = Duration.ofSeconds(45);

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(55);

  /** Between two tries at an agent that is away. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final int OK = 200;
  private static final int NOTHING_THERE = 404;

  private final ConsulConfiguration consul;
  private final SharedSettings settings;
  private final @Nullable LogLevels levels;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTS_WITHIN)
          .build();
  private @Nullable Thread reading;
  private boolean told;

  ConsulWatch(
      ConsulConfiguration consul,
      SharedSettings settings,
      @Nullable LogLevels levels,
      JsonMapper json) {
    this.consul = consul;
    this.settings = settings;
    this.levels = levels;
    this.json = json;
  }

  /** One key of the store; a folder has no value. */
  @Serdeable
  record Entry(@JsonProperty("Key") String key, @JsonProperty("Value") @Nullable String value) {}

  @PostConstruct
  void start() {
    reading = Thread.ofVirtual().name("shared-settings").start(this::watch);
  }

  @PreDestroy
  void stop() {
    Thread running = reading;
    if (running != null) {
      running.interrupt();
    }
    http.shutdownNow();
  }

  private void watch() {
    long index = 0;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        index = read(index);
        told = false;
      } catch (IOException e) {
        tell(e);
        index = 0;
        try {
          Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
          return;
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Returns when something has changed since {@code index}, or after the wait. */
  private long read(long index) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://%s:%d/v1/kv/%s?recurse=true&index=%d&wait=%ds"
                        .formatted(
                            consul.getHost(), consul.getPort(), PREFIX, index, WAIT.toSeconds())))
            .timeout(ANSWERS_WITHIN);
    consul.getAslToken().ifPresent(token -> request.header("X-Consul-Token", token));
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != OK && answer.statusCode() != NOTHING_THERE) {
      throw new IOException("status " + answer.statusCode());
    }
    long now = answer.headers().firstValueAsLong("X-Consul-Index").orElse(0);
    if (now != index) {
      take(answer.statusCode() == OK ? answer.body() : "[]".getBytes(StandardCharsets.UTF_8));
    }
    // an index that goes back means another store: it is read anew
    return now < index ? 0 : now;
  }

  private void take(byte[] body) throws IOException {
    List<Entry> entries = json.readValue(body, Argument.listOf(Entry.class));
    Map<String, String> values = new HashMap<>();
    for (Entry entry : entries == null ? List.<Entry>of() : entries) {
      String value = entry.value();
      if (value != null) {
        values.put(
            entry.key().substring(PREFIX.length()),
            new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
      }
    }
    if (!values.equals(settings.all())) {
      settings.replace(values);
      if (levels != null) {
        levels.apply();
      }
      LOG.info("Shared settings taken up: {}", values.keySet().stream().sorted().toList());
    }
  }

  /** Once for each time that the agent is away. */
  private void tell(IOException e) {
    if (!told) {
      told = true;
      LOG.warn(
          "Consul's key-value store can't be read ({}): what was read last counts.", e.toString());
    }
  }
}
