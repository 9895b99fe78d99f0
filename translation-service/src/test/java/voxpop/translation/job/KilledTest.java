package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.local.Ports;
import voxpop.translation.WorkshopTest;
import voxpop.translation.engine.LibreTranslateStandIn;

/** The program as a process of its own, killed as kill -9 kills, while an engine is being asked. */
@MicronautTest(transactional = false)
class KilledTest extends WorkshopTest {
  private static final int BATCH = 20;

  private final LibreTranslateStandIn engine = new LibreTranslateStandIn();
  private Process program;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.engine.libretranslate.address", engine.address());
    settings.put("voxpop.engine.libretranslate.key", LibreTranslateStandIn.KEY);
    settings.put("voxpop.engine.libretranslate.timeout", "500ms");
    settings.put("voxpop.translation.working", "false"); // only the one that is killed works
    return settings;
  }

  @AfterAll
  void stopAll() {
    if (program != null) program.destroyForcibly();
    engine.close();
  }

  @Test
  void nothing_is_lost_and_only_what_was_in_flight_is_asked_again() throws IOException {
    UUID article =
        publish(
            IntStream.range(0, 45)
                .mapToObj(i -> "Sentence " + (i + 100) + " survives.")
                .collect(Collectors.joining(" ", "<p>", "</p>")));
    desk(article, "es");
    Http.Answer asked = editor().post("/api/translations/" + article + "/es", null);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    // once before the engine answers, once while its answer is being written down
    for (boolean answered : new boolean[] {false, true}) {
      int before = engine.asked.size();
      AtomicReference<Process> running = new AtomicReference<>();
      AtomicInteger questions = new AtomicInteger();
      engine.beforeAnswer =
          () -> {
            if (!answered && questions.incrementAndGet() == 1) running.get().destroyForcibly();
          };
      engine.afterAnswer =
          () -> {
            if (answered && questions.incrementAndGet() == 1) running.get().destroyForcibly();
          };
      program = start();
      running.set(program);
      await().atMost(Duration.ofSeconds(90)).until(() -> !program.isAlive());
      assertThat(engine.asked).hasSizeGreaterThan(before);
    }
    engine.beforeAnswer = () -> {};
    engine.afterAnswer = () -> {};
    program = start();
    Http.Answer job =
        await()
            .atMost(Duration.ofSeconds(90))
            .until(
                () -> editor().get(asked.header("Location")), j -> j.text("state").equals("done"));
    assertThat(job.<Number>at("failed")).isEqualTo(0);
    assertThat(all(desk(article, "es"), "state")).containsOnly("machine");
    List<String> sent = new ArrayList<>();
    for (var question : engine.asked) sent.addAll(engine.texts(question));
    long twice =
        sent.stream().filter(text -> Collections.frequency(sent, text) > 1).distinct().count();
    int again = sent.size() - (int) sent.stream().distinct().count();
    assertThat(sent.stream().distinct()).hasSize(46);
    assertThat(again).isBetween(1, 2 * BATCH);
    assertThat(twice).isLessThanOrEqualTo(2 * BATCH);
    // what was sent twice is on the receipt, and not much more: a batch a death
    long letters =
        sent.stream().mapToLong(String::length).sum()
            - sent.stream().distinct().mapToLong(String::length).sum();
    assertThat(job.<Number>at("characters/askedAgain").longValue())
        .isBetween(letters, letters + 2L * BATCH * 25);
  }

  private Process start() throws IOException {
    Map<String, Object> settings = new HashMap<>();
    for (String prefix : List.of("datasources", "voxpop", "micronaut.http.services")) {
      server
          .getApplicationContext()
          .getEnvironment()
          .getProperties(prefix)
          .forEach((key, value) -> flatten(prefix + "." + key, value, settings));
    }
    settings.put("voxpop.translation.working", "true");
    settings.put("micronaut.server.port", "" + Ports.free());
    settings.put("endpoints.all.port", "" + Ports.free());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "voxpop.translation.Application"));
    Path log = Files.createDirectories(Path.of("target")).resolve("killed.log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static void flatten(String key, Object value, Map<String, Object> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> flatten(key + "." + k, v, into));
    } else if (value instanceof List<?> list) {
      into.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
    } else if (value != null) {
      into.put(key, value);
    }
  }
}
