package voxpop.article.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.article.Shelf;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class RecommendationTest extends ServiceTest {
  @Inject Shelf shelf;
  @Inject RecommendationCounts counts;

  @Override
  protected Map<String, String> settings() {
    return Shelf.settings();
  }

  private Http.Answer give(UUID article, String reader, String network) {
    return http.reader(reader).with("Voxpop-Network", network).put(path(article), null);
  }

  private static String path(UUID article) {
    return "/api/articles/" + article + "/recommendation";
  }

  private long told(UUID article) {
    return events(article).stream()
        .reduce((a, b) -> b)
        .map(event -> ((Number) ((Map<?, ?>) event.get("data")).get("count")).longValue())
        .orElse(-1L);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> events(UUID article) {
    List<Map<String, Object>> found = new ArrayList<>();
    String from = "0";
    while (true) {
      Http.Answer answer = http.get("/changes?lastEventId=" + from);
      List<Map<String, Object>> batch = (List<Map<String, Object>>) answer.json();
      if (batch.isEmpty()) {
        return found;
      }
      batch.stream()
          .filter(e -> e.get("subject").equals(article + "/recommendations"))
          .forEach(found::add);
      from = (String) batch.getLast().get("id");
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  @Test
  void a_reader_counts_once_however_often_they_say_so() {
    UUID article = shelf.published("de", "Titel", "Text");

    assertThat(give(article, "r1", "n").body()).isEqualTo("{\"count\":1,\"recommended\":true}");
    assertThat(give(article, "r1", "n").body()).isEqualTo("{\"count\":1,\"recommended\":true}");
    assertThat(give(article, "r2", "n").body()).isEqualTo("{\"count\":2,\"recommended\":true}");
    assertThat(http.get(path(article)).body()).isEqualTo("{\"count\":2,\"recommended\":false}");
    assertThat(http.reader("r1").delete(path(article)).body())
        .isEqualTo("{\"count\":1,\"recommended\":false}");
    assertThat(http.reader("r1").delete(path(article)).body())
        .isEqualTo("{\"count\":1,\"recommended\":false}");
    assertThat(http.reader("r2").get(path(article)).body())
        .isEqualTo("{\"count\":1,\"recommended\":true}");
    assertThat(counts.of(List.of(article, UUID.randomUUID()))).containsEntry(article, 1L);
  }

  @Test
  void one_reader_many_times_at_once_is_one() throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");

    List<Http.Answer> answers =
        atOnce(
            IntStream.range(0, 40)
                .<Callable<Http.Answer>>mapToObj(i -> () -> give(article, "same", "n"))
                .toList());

    assertThat(answers)
        .allSatisfy(a -> assertThat(a.body()).isEqualTo("{\"count\":1,\"recommended\":true}"));
  }

  @Test
  void many_readers_at_once_are_all_counted_and_each_answer_holds_those_before_it()
      throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");
    AtomicInteger answered = new AtomicInteger();

    List<Long> missing =
        atOnce(
            IntStream.range(0, 300)
                .<Callable<Long>>mapToObj(
                    i ->
                        () -> {
                          int before = answered.get();
                          Http.Answer answer = give(article, "reader" + i, "network" + i % 3);
                          assertThat(answer.status()).isEqualTo(200);
                          answered.incrementAndGet();
                          return Math.max(
                              0, before + 1 - ((Number) answer.at("count")).longValue());
                        })
                .toList());

    assertThat(missing).containsOnly(0L);
    assertThat((Integer) http.get(path(article)).at("count")).isEqualTo(300);
  }

  @Test
  void giving_and_taking_back_at_once_leaves_the_count_true() throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");
    atOnce(
        IntStream.range(0, 200)
            .<Callable<Http.Answer>>mapToObj(
                i ->
                    () ->
                        i % 3 == 0
                            ? http.reader("r" + i % 10).delete(path(article))
                            : give(article, "r" + i % 10, "n"))
            .toList());

    long recommending =
        IntStream.range(0, 10)
            .filter(i -> http.reader("r" + i).get(path(article)).<Boolean>at("recommended"))
            .count();
    assertThat(((Number) http.get(path(article)).at("count")).longValue()).isEqualTo(recommending);
  }

  @Test
  void a_network_has_two_hundred_new_readers_a_day_also_when_all_come_at_once() throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");

    List<Http.Answer> answers =
        atOnce(
            IntStream.range(0, 230)
                .<Callable<Http.Answer>>mapToObj(i -> () -> give(article, "r" + i, "crowd"))
                .toList());

    assertThat(answers.stream().filter(a -> a.status() == 200)).hasSize(200);
    Http.Answer refused = answers.stream().filter(a -> a.status() != 200).findFirst().orElseThrow();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotNull();
    assertThat((Integer) http.get(path(article)).at("count")).isEqualTo(200);
    assertThat(give(article, "elsewhere", "other").status()).isEqualTo(200);
    String known =
        IntStream.range(0, 230)
            .mapToObj(i -> "r" + i)
            .filter(r -> http.reader(r).get(path(article)).<Boolean>at("recommended"))
            .findFirst()
            .orElseThrow();
    assertThat(give(article, known, "crowd").status()).isEqualTo(200);
    http.reader(known).delete(path(article));
    assertThat(give(article, known, "crowd").status()).as("not a new reader").isEqualTo(200);
  }

  @Test
  void only_what_readers_can_see_is_recommended() {
    UUID article = shelf.published("de", "Titel", "Text");
    shelf.withdrawn(article);

    assertThat(give(article, "r", "n").status()).isEqualTo(410);
    assertThat(http.get(path(article)).status()).isEqualTo(410);
    assertThat(give(UUID.randomUUID(), "r", "n").status()).isEqualTo(404);
    assertThat(http.reader("r").put("/api/articles/x/recommendation", null).status())
        .isEqualTo(400);
  }

  @Test
  void what_readers_said_of_a_removed_article_goes_with_it() {
    UUID article = shelf.published("de", "Titel", "Text");
    give(article, "r", "n");
    await().until(() -> told(article) == 1);

    shelf.removed(article);

    assertThat(give(article, "r", "n").status()).isEqualTo(410);
    await()
        .untilAsserted(
            () -> assertThat(events(article).getLast()).containsEntry("method", "DELETE"));
    assertThat(counts.of(List.of(article))).containsEntry(article, 0L);
  }

  @Test
  void without_a_reader_there_is_nobody_to_count() {
    UUID article = shelf.published("de", "Titel", "Text");

    Http.Answer answer = http.put(path(article), null);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("/problems/reader-missing");
    assertThat(http.delete(path(article)).status()).isEqualTo(400);
  }

  @Test
  void a_hot_article_is_told_of_once_a_second_and_its_last_count_always() {
    UUID article = shelf.published("de", "Titel", "Text");
    Instant end = Instant.now().plusSeconds(60);
    int readers = 0;
    // told of thrice: there are two spans of time between
    while (events(article).size() < 3 && Instant.now().isBefore(end)) {
      give(article, "r" + readers, "n" + readers / 100);
      readers++;
    }

    int all = readers;
    await().until(() -> told(article) == all);
    List<Instant> times =
        events(article).stream().map(e -> Instant.parse((String) e.get("time"))).toList();
    assertThat(times).hasSizeGreaterThan(2);
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isGreaterThan(Duration.ofMillis(900));
    }
  }
}
