package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.local.Ports;
import voxpop.translation.engine.EngineAway;

@MicronautTest(transactional = false)
class QueueTest extends QueueWorkshop {
  @Test
  void who_asks_is_told_which_pairs_an_engine_for_readers_has_at_this_moment() {
    String pairs = "/pairs?languages=de,en,es";
    assertThat(http.get(pairs).body())
        .isEqualTo("{\"items\":[{\"source\":\"en\",\"target\":\"es\"}]}");
    assertThat(http.get("/pairs?languages=de,en").text("items/0/source")).isNull();
    engine.working = false;
    assertThat(http.get(pairs).text("items/0/source")).isNull();
  }

  @Test
  void two_requests_at_once_ask_the_engine_once_a_segment() throws Exception {
    UUID article = publish(html("request", 12));
    desk(article, "es");
    List<Thread> threads =
        IntStream.range(0, 4).mapToObj(i -> Thread.startVirtualThread(() -> ask(article))).toList();
    for (Thread thread : threads) thread.join();
    done(ask(article));
    assertThat(engine.asked).doesNotHaveDuplicates().hasSize(13);
    assertThat(all(desk(article, "es"), "state")).containsOnly("machine");
  }

  @Test
  void a_poisoned_segment_is_left_to_people_and_blocks_nothing() {
    UUID article = publish(html("good", 8) + "<p>This is poison.</p>");
    engine.script =
        text -> {
          if (text.contains("poison")) throw new EngineAway("choked");
          return "es:" + text;
        };
    desk(article, "es");
    Http.Answer job = done(ask(article));
    assertThat(job.<Number>at("failed")).isEqualTo(1);
    assertThat(job.<Number>at("done")).isEqualTo(9);
    Http.Answer desk = desk(article, "es");
    assertThat(segment(desk, "This is poison.")).containsEntry("failure", "choked");
    assertThat(Collections.frequency(all(desk, "state"), "machine")).isEqualTo(9);
    // readers get it all the same, with that sentence in the source's language
    assertThat(edition(article, "es").text("html"))
        .endsWith(
            "<p><span class=\"in-source\" lang=\"en\" dir=\"ltr\">This is poison.</span></p>");
  }

  @Test
  void an_answer_that_breaks_the_contract_is_asked_for_bit_by_bit_and_then_refused() {
    UUID article = publish("<p>A <b>bold</b> word with 7.</p><p>Another <i>slanted</i> one.</p>");
    engine.script =
        text ->
            text.contains("slanted") || text.contains("bold")
                ? text.replaceAll("<[^>]*>", "").replace("7", "8")
                : text;
    desk(article, "es");
    Http.Answer job = done(ask(article));
    Http.Answer desk = desk(article, "es");
    assertThat(segment(desk, "Another <i>slanted</i> one."))
        .containsEntry("target", "Another <i>slanted</i> one.");
    assertThat(engine.asked).contains("Another", "slanted", "one.");
    assertThat(job.<Number>at("failed")).isEqualTo(0);
    engine.script = text -> text.replace("9", "8");
    edit(article, "<p>A <b>bold</b> word with 9.</p><p>Another <i>slanted</i> one.</p>");
    desk =
        desk(
            article,
            "es",
            d ->
                all(d, "source").contains("A <b>bold</b> word with 9.")
                    && segment(d, "A <b>bold</b> word with 9.").get("failure") != null);
    Map<String, Object> damaged = segment(desk, "A <b>bold</b> word with 9.");
    assertThat((String) damaged.get("failure")).contains("9");
    assertThat(damaged.get("reasons").toString())
        .contains(
            "{code=part-missing, parameters={part=9}}", "{code=part-added, parameters={part=8}}");
  }

  @Test
  void an_engine_that_is_away_is_waited_for() {
    UUID article = publish(html("wait", 3));
    desk(article, "es");
    Http.Answer asked = ask(article);
    done(asked);
    engine.working = false;
    edit(article, html("later", 3));
    desk(article, "es", d -> all(d, "state").contains("stale"));
    assertThat(ask(article).status()).isEqualTo(409);
    engine.working = true;
    done(ask(article));
    assertThat(all(desk(article, "es"), "state")).containsOnly("machine");
  }

  @Test
  void what_an_instance_claimed_before_it_died_is_done_by_another() throws Exception {
    UUID article = publish(html("death", 4));
    desk(article, "es");
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    engine.script =
        text -> {
          hangs.countDown();
          try {
            over.await(); // this instance never comes back within the lease
          } catch (InterruptedException e) {
            throw new EngineAway("stopped");
          }
          return "late:" + text;
        };
    Http.Answer asked = ask(article);
    hangs.await();
    try (EmbeddedServer other =
        ApplicationContext.run(EmbeddedServer.class, PropertySource.of("other", others()))) {
      Http.Answer job = done(asked);
      assertThat(job.<Number>at("characters/askedAgain").intValue()).isPositive();
    } finally {
      over.countDown();
    }
    assertThat(all(desk(article, "es"), "target"))
        .allMatch(text -> ((String) text).startsWith("es:"));
  }

  @Test
  void two_instances_ask_the_engine_once_a_segment() throws Exception {
    UUID article = publish(html("instance", 30));
    desk(article, "es");
    try (EmbeddedServer other =
        ApplicationContext.run(EmbeddedServer.class, PropertySource.of("other", others()))) {
      ScriptedEngine second = other.getApplicationContext().getBean(ScriptedEngine.class);
      Http elsewhere = new Http(other.getURI(), editor().headers());
      engine.script = QueueTest::slowly;
      second.script = QueueTest::slowly;
      List<Thread> threads =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      Thread.startVirtualThread(
                          () ->
                              (i % 2 == 0 ? editor() : elsewhere)
                                  .post("/api/translations/" + article + "/es", null)))
              .toList();
      for (Thread thread : threads) thread.join();
      Http.Answer job = done(ask(article));
      List<String> asked = new ArrayList<>(engine.asked);
      asked.addAll(second.asked);
      assertThat(asked).doesNotHaveDuplicates().hasSize(31);
      assertThat(job.<Number>at("total")).isIn(31, 0); // 0 where a further job found all done
    }
  }

  private static String slowly(String text) {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new EngineAway("stopped");
    }
    return "es:" + text;
  }

  @Test
  void a_mistake_of_our_own_is_left_to_people_like_any_other() {
    UUID article = publish(html("fine", 6) + "<p>This breaks us.</p>");
    engine.script =
        text -> {
          if (text.contains("breaks")) throw new IllegalStateException("a bug");
          return "es:" + text;
        };
    desk(article, "es");
    Http.Answer job = done(ask(article));
    assertThat(job.<Number>at("failed")).isEqualTo(1);
    assertThat(job.<Number>at("done")).isEqualTo(7);
    assertThat(segment(desk(article, "es"), "This breaks us.").get("failure").toString())
        .contains("IllegalStateException");
  }

  @Test
  void a_machines_proposal_changes_no_etag_and_no_persons_text() {
    UUID article = publish(html("etag", 2));
    Map<String, Object> before = segments(desk(article, "es")).get(1);
    put(article, "es", before, "Mi borrador de 0.", false);
    Object version = segments(desk(article, "es")).get(1).get("version");
    done(ask(article));
    Map<String, Object> after = segments(desk(article, "es")).get(1);
    assertThat(after)
        .containsEntry("target", "Mi borrador de 0.")
        .containsEntry("version", version);
  }

  @Test
  void where_the_site_wants_a_review_first_machine_text_waits_for_a_person() {
    articles.machineEditions("reviewed");
    try {
      UUID article = publish(html("review", 2));
      desk(article, "es");
      done(ask(article));
      assertThat(edition(article, "es").status()).isEqualTo(404);
      assertThat(publication(article, "es", Map.of()).status()).isEqualTo(200);
      assertThat(edition(article, "es").text("origin")).isEqualTo("machine");
    } finally {
      articles.machineEditions("published");
    }
  }

  @Test
  void a_language_can_wait_for_a_review_where_the_site_does_not() {
    articles.machineEditionsIn("es", "reviewed");
    try {
      UUID article = publish(html("own rule", 2));
      desk(article, "es");
      done(ask(article));
      assertThat(edition(article, "es").status()).isEqualTo(404);
      articles.machineEditions("reviewed");
      articles.machineEditionsIn("es", "published");
      UUID other = publish(html("another rule", 2));
      desk(other, "es");
      done(ask(other));
      assertThat(edition(other, "es").text("origin")).isEqualTo("machine");
    } finally {
      articles.machineEditions("published");
      articles.machineEditionsIn("fr", "reviewed");
    }
  }

  @Test
  void an_edit_taken_back_costs_the_engine_nothing() {
    UUID article =
        articles.publish(Ids.next(), "en", "A title", "<p>Nobody came. Somebody left.</p>");
    desk(article, "es");
    done(ask(article));
    approveAll(article, "es", source -> "[" + source + "]");
    engine.asked.clear();
    edit(article, "<p>Nobody came. Somebody stayed.</p>");
    desk(article, "es", desk -> desk.body().contains("es:Somebody stayed."));
    assertThat(engine.asked).containsExactly("Somebody stayed.");
    edit(article, "<p>Nobody came. Somebody left.</p>");
    Http.Answer desk = desk(article, "es", d -> all(d, "source").contains("Somebody left."));
    assertThat(all(desk, "state")).containsOnly("approved");
    edit(article, "<p>Somebody left. Nobody came.</p>");
    desk = desk(article, "es", d -> all(d, "source").get(1).equals("Somebody left."));
    assertThat(all(desk, "state")).containsOnly("approved");
    assertThat(engine.asked).containsExactly("Somebody stayed.");
  }

  @Test
  void a_machines_edition_follows_its_source_until_a_person_approves_something() {
    UUID article = publish("<p>First thing. Second thing.</p>");
    desk(article, "es");
    done(ask(article));
    assertThat(edition(article, "es").text("html"))
        .isEqualTo("<p>es:First thing. es:Second thing.</p>");
    edit(article, "<p>First thing. Second matter.</p>");
    await().until(() -> edition(article, "es").text("html").contains("es:Second matter."));
    assertThat(edition(article, "es").text("status")).isEqualTo("current");
    put(article, "es", segment(desk(article, "es"), "First thing."), "Primera cosa.", true);
    edit(article, "<p>First thing. Second idea. Third.</p>");
    desk(article, "es", d -> d.body().contains("es:Second idea."));
    assertThat(edition(article, "es").text("html"))
        .isEqualTo("<p>Primera cosa. es:Second matter.</p>");
    assertThat(edition(article, "es").text("status")).isEqualTo("stale");
    assertThat(edition(article, "es").text("origin")).isEqualTo("machine");
  }

  private Map<String, Object> others() {
    Map<String, Object> settings =
        new HashMap<>(
            server
                .getApplicationContext()
                .getEnvironment()
                .getProperties("datasources.default")
                .entrySet()
                .stream()
                .collect(
                    Collectors.toMap(
                        e -> "datasources.default." + e.getKey(), Map.Entry::getValue)));
    for (String key :
        List.of(
            "voxpop.internal.secret",
            "voxpop.internal.accept.gateway",
            "micronaut.http.services.article-service.urls",
            "voxpop.test.scripted-engine",
            "voxpop.test.keys",
            "voxpop.translation.pause",
            "voxpop.translation.lease",
            "voxpop.engines.rest")) {
      settings.put(
          key, server.getApplicationContext().getProperty(key, String.class).orElseThrow());
    }
    settings.put("micronaut.server.port", "0");
    settings.put("endpoints.all.port", "" + Ports.free());
    return settings;
  }
}
