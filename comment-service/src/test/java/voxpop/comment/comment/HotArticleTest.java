package voxpop.comment.comment;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.comment.MovableClock;
import voxpop.comment.article.Articles;
import voxpop.comment.article.KnownArticle;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

/** Many at once, on one article: nothing is lost, and nobody queues. */
@MicronautTest(transactional = false)
class HotArticleTest extends DiscussionTest {
  private static final int WRITERS = 12;
  private static final int EACH = 15;

  @Inject ApplicationContext beans;
  @Inject Articles known;

  @Test
  void the_count_is_exact_and_the_feed_tells_it_at_most_once_a_second() throws Exception {
    UUID article = articles.publish();
    String root = post(article, "root").text("id");
    Instant begin = Instant.now();
    List<String> posted = hammer(article, root);
    assertThat(posted).hasSize(WRITERS * EACH).containsOnly("201");

    String total = Integer.toString(1 + WRITERS * EACH);
    assertThat(http.get("/api/comments?article=" + article).text("total")).isEqualTo(total);
    await().untilAsserted(() -> assertThat(events(article).getLast()).isEqualTo(total));
    long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
    assertThat(events(article).size()).isLessThanOrEqualTo((int) seconds + 2);
  }

  @Test
  void guests_who_come_at_once_have_each_their_own_outcome() throws Exception {
    UUID article = articles.publish();
    UUID elsewhere = articles.publish();
    String root = post(article, "root").text("id");
    List<Map<String, Object>> comments = new ArrayList<>();
    for (int i = 0; i < 6 * EACH; i++) {
      Map<String, Object> typed =
          with(comment(article, "guest " + i), "challenge", solvedAtOnce(http, article));
      comments.add(
          switch (i % 6) {
            case 0, 1 -> typed;
            case 2 -> with(typed, "parent", root);
            case 3 -> with(typed, "parent", UUID.randomUUID().toString());
            case 4 -> with(typed, "article", elsewhere.toString());
            // twice, as after an answer that was lost
            default -> comments.get(i - 5);
          });
    }
    MovableClock.pass(Duration.ofSeconds(3));

    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < comments.size(); i++) {
        Map<String, Object> comment = comments.get(i);
        Http reader = http.reader("reader " + (i % 6 == 5 ? i - 5 : i));
        answers.add(threads.submit(() -> reader.post("/api/comments", comment).status()));
      }
      for (Future<Integer> answer : answers) statuses.add(answer.get());
    }

    for (int i = 0; i < statuses.size(); i += 6) {
      assertThat(List.of(statuses.get(i), statuses.get(i + 5))).containsExactlyInAnyOrder(201, 200);
      assertThat(statuses.subList(i + 1, i + 5)).containsExactly(201, 201, 400, 400);
    }
    assertThat(http.get("/api/comments?article=" + article).text("total"))
        .isEqualTo(Integer.toString(1 + 3 * EACH));
  }

  @Test
  void the_rule_that_holds_is_the_one_of_now() {
    UUID article = articles.publish();
    assertThat(post(article, "open").status()).isEqualTo(201);
    articles.tell(article, "published", "held", "de");
    await().untilAsserted(() -> assertThat(post(article, "held").status()).isEqualTo(202));
    articles.tell(article, "published", "closed", "de");
    await().untilAsserted(() -> assertThat(post(article, "closed").status()).isEqualTo(409));
  }

  @Test
  void two_instances_count_what_is_said_below_one_article() throws Exception {
    UUID article = articles.publish();
    StoringTogether here = beans.createBean(StoringTogether.class);
    StoringTogether there = beans.createBean(StoringTogether.class);
    KnownArticle known = known(article);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Optional<Stored>>>> stored = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        var instance = w % 2 == 0 ? here : there;
        List<Post> posts =
            IntStream.range(0, EACH).mapToObj(i -> said(known, "said " + i)).toList();
        stored.add(threads.submit(() -> instance.store(posts)));
      }
      for (var each : stored) {
        assertThat(each.get()).hasSize(EACH).allMatch(Optional::isPresent);
      }
    }
    String total = Integer.toString(WRITERS * EACH);
    assertThat(http.get("/api/comments?article=" + article).text("total")).isEqualTo(total);
    await().untilAsserted(() -> assertThat(events(article).getLast()).isEqualTo(total));
  }

  private KnownArticle known(UUID article) {
    return known.published(article);
  }

  private static Post said(KnownArticle article, String body) {
    Caller caller =
        new Caller(
            "gateway",
            new Caller.Author(UUID.randomUUID(), "Anna", Set.of(), Set.of()),
            null,
            null);
    NewComment typed = new NewComment(article.id(), null, null, null, body, "de", null, null, null);
    Draft draft = Draft.of(typed, null, caller, article, text -> "de");
    return new Post(draft, article, null, null, now -> null, now -> draft);
  }

  /** Signed in, so that what is measured isn't the making of sums. */
  private List<String> hammer(UUID article, String root) throws Exception {
    List<Future<List<String>>> writers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int w = 0; w < WRITERS; w++) {
        Http writer = http.as(TestTokens.of(Role.AUTHOR));
        writers.add(
            threads.submit(
                () -> {
                  List<String> statuses = new ArrayList<>();
                  for (int i = 0; i < EACH; i++) {
                    Map<String, Object> comment =
                        i % 2 == 0
                            ? Map.of("article", article.toString(), "body", "hot " + i)
                            : Map.of(
                                "article", article.toString(), "body", "hot " + i, "parent", root);
                    statuses.add(Integer.toString(writer.post("/api/comments", comment).status()));
                  }
                  return statuses;
                }));
      }
    }
    List<String> all = new ArrayList<>();
    for (Future<List<String>> writer : writers) {
      all.addAll(writer.get());
    }
    return all;
  }

  @Test
  void the_feed_tells_what_everybody_sees_and_nothing_else() {
    UUID article = articles.tell(UUID.randomUUID(), "published", "held", "de");
    String held = post(article, "held").text("id");
    Http moderator = http.as(TestTokens.of(Role.MODERATOR));
    assertThat(events(article)).as("a held comment is no news").isEmpty();
    moderator.put("/api/comments/" + held + "/verdict", Map.of("verdict", "approved"));
    await().untilAsserted(() -> assertThat(events(article)).containsExactly("1"));
    moderator.put("/api/comments/" + held + "/verdict", Map.of("verdict", "spam"));
    await().untilAsserted(() -> assertThat(events(article).getLast()).isEqualTo("0"));
  }

  /** The totals that the feed told of an article, in order. */
  private List<String> events(UUID article) {
    Http reader = http.with("Accept", "application/cloudevents-batch+json");
    List<String> totals = new ArrayList<>();
    String position = "0";
    while (true) {
      Http.Answer batch = reader.get("/changes?timeout=0&lastEventId=" + position);
      assertThat(batch.body()).doesNotContain("Rosa", "rosa@example.org", "reader:");
      List<?> changes = (List<?>) batch.json();
      if (changes.isEmpty()) {
        return totals;
      }
      for (Object change : changes) {
        Map<?, ?> event = (Map<?, ?>) change;
        if (event.get("subject").equals(article.toString())) {
          assertThat(event.get("type")).isEqualTo("voxpop.thread");
          assertThat(((Map<?, ?>) event.get("data")).get("article")).isEqualTo(article.toString());
          totals.add(((Map<?, ?>) event.get("data")).get("total").toString());
        }
        position = event.get("id").toString();
      }
    }
  }
}
