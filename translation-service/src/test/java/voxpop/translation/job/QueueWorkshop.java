package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;

/** Base of tests of the queue, with an engine that does as it is told. */
abstract class QueueWorkshop extends WorkshopTest {
  @Inject protected ScriptedEngine engine;
  private final AtomicInteger titles = new AtomicInteger();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.test.scripted-engine", "true");
    settings.put("voxpop.engines.rest", "300ms");
    return settings;
  }

  @BeforeEach
  void calm() {
    engine.working = true;
    engine.script = text -> "es:" + text;
    engine.asked.clear();
  }

  /** Each with a title of its own: the memory knows those of the others. */
  @Override
  protected UUID publish(String html) {
    return articles.publish(Ids.next(), "en", "Title " + titles.incrementAndGet(), html);
  }

  protected Http.Answer ask(UUID article) {
    return editor().post("/api/translations/" + article + "/es", null);
  }

  protected Http.Answer done(Http.Answer asked) {
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    return await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(
            () -> editor().get(asked.header("Location")), job -> job.text("state").equals("done"));
  }

  protected static String html(String word, int sentences) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> "This is " + word + " " + i + ".")
        .collect(Collectors.joining(" ", "<p>", "</p>"));
  }
}
