package voxpop.article.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.article.Shelf;
import voxpop.article.Sql;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class RecommendationTest extends ServiceTest {
  @Inject Shelf shelf;
  @Inject RecommendationCounts counts;
  @Inject Recommending recommending;
  @Inject ApplicationContext beans;
  @Inject Sql sql;

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

  /** What another instance has for itself: its connection, its batches. */
  private Recommending otherInstance() {
    return beans.createBean(Recommending.class);
  }

  private static Giving giving(UUID article, int reader, String network) {
    return new Giving(article, Fingerprint.of("r" + reader), Fingerprint.of(network));
  }

  private boolean isStored(Giving giving) {
    return sql.one(
            "SELECT 1 FROM recommendation WHERE article_id = ? AND reader = ?",
            row -> true,
            giving.article(),
            giving.reader())
        .isPresent();
  }

  @Test
  void two_instances_count_the_readers_of_one_article_and_what_is_answered_is_stored()
      throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");
    Recommending other = otherInstance();
    AtomicInteger answered = new AtomicInteger();

    List<Long> missing =
        atOnce(
            IntStream.range(0, 400)
                .<Callable<Long>>mapToObj(
                    i ->
                        () -> {
                          // each twice, from two instances: as after an answer that was lost
                          Giving giving = giving(article, i / 2, "network" + i % 3);
                          var instance = i % 2 == 0 ? recommending : other;
                          int before = answered.get();
                          long count = instance.give(giving).toCompletableFuture().join().count();
                          assertThat(isStored(giving)).isTrue();
                          answered.incrementAndGet();
                          return Math.max(0, before / 2 - count);
                        })
                .toList());

    assertThat(missing).containsOnly(0L);
    assertThat(counts.of(List.of(article))).containsEntry(article, 200L);
    other.end();
  }

  @Test
  void two_instances_let_in_no_more_of_a_network_than_one() throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");
    Recommending other = otherInstance();

    List<Boolean> let =
        atOnce(
            IntStream.range(0, 240)
                .<Callable<Boolean>>mapToObj(
                    i ->
                        () ->
                            (i % 2 == 0 ? recommending : other)
                                .give(giving(article, i, "crowd"))
                                .handle((given, refused) -> refused == null)
                                .toCompletableFuture()
                                .join())
                .toList());

    assertThat(let.stream().filter(each -> each)).hasSize(200);
    assertThat(counts.of(List.of(article))).containsEntry(article, 200L);
    other.end();
  }

  @Test
  void in_one_transaction_each_has_its_own_outcome() {
    UUID article = shelf.published("de", "Titel", "Text");
    UUID withdrawn = shelf.published("de", "Titel", "Text");
    shelf.withdrawn(withdrawn);
    give(article, "r0", "n");
    give(article, "r1", "n");
    http.reader("r1").delete(path(article));
    List<Giving> all = new ArrayList<>();
    all.add(giving(article, 0, "n")); // does already
    all.add(giving(article, 1, "n")); // took it back today
    all.add(giving(withdrawn, 1, "n"));
    all.add(giving(UUID.randomUUID(), 1, "n"));
    IntStream.range(2, 220).forEach(i -> all.add(giving(article, i, "n")));
    all.add(giving(article, 2, "n")); // once more
    all.add(giving(article, 300, "elsewhere"));

    var answers = recommending.atOnce(all);

    assertThat(answers.get(0)).isPresent();
    assertThat(answers.get(1)).isPresent();
    assertThat(answers.get(2)).as("withdrawn").isEmpty();
    assertThat(answers.get(3)).as("unknown").isEmpty();
    assertThat(answers.subList(4, 222).stream().filter(Optional::isPresent))
        .as("two of the network's 200 were there")
        .hasSize(198);
    assertThat(answers.getLast().orElseThrow().count()).isEqualTo(201);
    assertThat(counts.of(List.of(article))).containsEntry(article, 201L);
  }

  @Test
  void what_cannot_be_recommended_is_nobody_elses_failure() throws Exception {
    UUID article = shelf.published("de", "Titel", "Text");
    UUID withdrawn = shelf.published("de", "Titel", "Text");
    shelf.withdrawn(withdrawn);

    List<Integer> statuses =
        atOnce(
            IntStream.range(0, 90)
                .<Callable<Integer>>mapToObj(
                    i ->
                        () ->
                            give(
                                    switch (i % 3) {
                                      case 0 -> article;
                                      case 1 -> withdrawn;
                                      default -> UUID.randomUUID();
                                    },
                                    "r" + i,
                                    "n")
                                .status())
                .toList());

    for (int i = 0; i < statuses.size(); i++) {
      assertThat(statuses.get(i)).isEqualTo(new int[] {200, 410, 404}[i % 3]);
    }
    assertThat(counts.of(List.of(article))).containsEntry(article, 30L);
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
