package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.engine.EngineAway;

/** What people do with jobs, and are told of them. */
@MicronautTest(transactional = false)
class JobTest extends QueueWorkshop {
  /** What may be asked for at one moment: by each of three threads a batch of five. */
  private static final int BATCHES = 3 * 5;

  @Test
  void a_job_is_held_goes_on_and_is_ended() throws Exception {
    UUID article = publish(html("hold", 23));
    desk(article, "es");
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    engine.script =
        text -> {
          first.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new EngineAway("stopped");
          }
          return "es:" + text;
        };
    Http.Answer asked = ask(article);
    String job = asked.header("Location");
    first.await();
    assertThat(editor().put(job + "/pause", null).text("state")).isEqualTo("paused");
    go.countDown();
    // what the engine was answering is taken, and nothing more is asked
    await()
        .during(java.time.Duration.ofMillis(700))
        .until(
            () -> editor().get(job).<Number>at("done").intValue(),
            answered -> answered > 0 && answered == engine.asked.size());
    assertThat(engine.asked).hasSizeLessThanOrEqualTo(BATCHES);
    assertThat(editor().get(job).text("state")).isEqualTo("paused");
    assertThat(editor().delete(job + "/pause").text("state")).isEqualTo("running");
    done(asked);
    assertThat(all(desk(article, "es"), "state")).containsOnly("machine");
    assertThat(editor().put(job + "/pause", null).status()).isEqualTo(409);

    UUID other = publish(html("end", 23));
    desk(other, "es");
    CountDownLatch again = new CountDownLatch(1);
    engine.asked.clear();
    engine.script =
        text -> {
          try {
            again.await();
          } catch (InterruptedException e) {
            throw new EngineAway("stopped");
          }
          return "es:" + text;
        };
    String second = ask(other).header("Location");
    await().until(() -> !engine.asked.isEmpty());
    assertThat(editor().delete(second).status()).isEqualTo(204);
    again.countDown();
    assertThat(editor().get(second).text("state")).isEqualTo("cancelled");
    Thread.sleep(700);
    assertThat(engine.asked).hasSizeLessThanOrEqualTo(BATCHES);
    assertThat(http.as(TestTokens.of(Role.AUTHOR)).delete(second).status()).isEqualTo(403);
  }

  @Test
  void progress_comes_as_events_until_it_is_over() throws Exception {
    UUID article = publish(html("event", 12));
    desk(article, "es");
    engine.script =
        text -> {
          try {
            Thread.sleep(150);
          } catch (InterruptedException e) {
            throw new EngineAway("stopped");
          }
          return "es:" + text;
        };
    String job = ask(article).header("Location");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.getURI().resolve(job + "/events"))
            .timeout(java.time.Duration.ofSeconds(30));
    editor().headers().forEach(request::setHeader);
    List<Integer> done = new ArrayList<>();
    List<Long> at = new ArrayList<>();
    var answer =
        HttpClient.newHttpClient()
            .send(
                request.header("Accept", "text/event-stream").build(),
                java.net.http.HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    String[] last = {""};
    answer
        .body()
        .filter(line -> line.startsWith("data:"))
        .forEach(
            line -> {
              at.add(System.nanoTime());
              last[0] = line;
              done.add(Integer.parseInt(line.replaceAll(".*\"done\":(\\d+).*", "$1")));
            });
    assertThat(done).isSorted().hasSizeGreaterThan(2);
    assertThat(done.getLast()).isEqualTo(13);
    assertThat(last[0]).contains("\"state\":\"done\"");
    assertThat(at.getLast() - at.getFirst()).isGreaterThan(500_000_000L);
    assertThat(editor().get("/api/translations/jobs?limit=1").text("items/0/id"))
        .isEqualTo(editor().get(job).text("id"));
    assertThat(editor().get("/api/translations/jobs?limit=1").text("items/0/title"))
        .startsWith("Title ");
    assertThat(editor().get(job).text("sourceLanguage")).isEqualTo("en");
    assertThat(http.get(job + "/events").status()).isEqualTo(401);
  }

  @Test
  void the_receipt_names_memory_engine_and_people() {
    UUID first = publish("<p>A known sentence here.</p>");
    desk(first, "es");
    done(ask(first));
    UUID article = publish("<p>A known sentence here. A new one. By hand.</p>");
    put(article, "es", segment(desk(article, "es"), "By hand."), "A mano.", true);
    Http.Answer job = done(ask(article));
    assertThat(job.<Number>at("characters/memory")).isEqualTo("A known sentence here.".length());
    assertThat(job.<Number>at("characters/person")).isEqualTo("By hand.".length());
    int title = segments(desk(article, "es")).getFirst().get("source").toString().length();
    assertThat(job.<Number>at("characters/engine")).isEqualTo("A new one.".length() + title);
    assertThat(job.<Number>at("characters/glossary")).isEqualTo(0);
    engine.asked.clear();
    job = done(ask(article));
    assertThat(engine.asked).isEmpty();
    assertThat(job.<Number>at("characters/engine")).isEqualTo(0);
  }
}
