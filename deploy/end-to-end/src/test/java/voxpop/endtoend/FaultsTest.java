package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

/**
 * One part after the other stops answering (held by a signal: the worst way to be away, for nothing
 * refuses a connection), and comes back.
 */
class FaultsTest {
  private static final Duration RECOVERED = Duration.ofSeconds(60);

  private final Http visitor = Platform.get().http();
  private final Http admin = Platform.get().administrator();

  private String published(String text) {
    Http.Answer made =
        admin.post(
            "/api/articles",
            Map.of(
                "language",
                "de",
                "title",
                "Störung " + UUID.randomUUID(),
                "body",
                text,
                "format",
                "markdown"));
    String id = made.text("id");
    admin.put("/api/articles/" + id + "/publication", Map.of());
    return id;
  }

  private String page(String article) {
    return "/de/" + visitor.get("/api/articles/" + article).text("slug");
  }

  private static void without(String program, Callable<?> then) throws Exception {
    Platform.get().signal(program, "STOP");
    try {
      then.call();
    } finally {
      Platform.get().signal(program, "CONT");
    }
  }

  @Test
  void
      reading_does_not_notice_that_translation_service_is_away_and_asking_for_a_translation_says_so()
          throws Exception {
    String article = published("Ein Satz.");
    without(
        "voxpop.translation.Application",
        () -> {
          assertThat(visitor.get(page(article)).status()).isEqualTo(200);
          Http.Answer asked = admin.post("/api/translations/" + article + "/en", null);
          assertThat(asked.status()).isEqualTo(503);
          assertThat(asked.header("Content-Type")).startsWith("application/problem+json");
          return asked;
        });
    await()
        .atMost(RECOVERED)
        .until(() -> admin.get("/api/translations/" + article + "/en").status() == 200);
  }

  @Test
  void an_article_is_read_without_its_comments_while_they_are_away() throws Exception {
    String article = published("Ein Satz.");
    String page = page(article);
    without(
        "voxpop.comment.Application",
        () -> {
          long before = System.nanoTime();
          Http.Answer read = visitor.get(page);
          assertThat(read.status()).isEqualTo(200);
          assertThat(read.body()).contains("Die Kommentare sind gerade nicht erreichbar");
          assertThat(Duration.ofNanos(System.nanoTime() - before))
              .as("the time that a page gives the comments, several times over")
              .isLessThan(Duration.ofSeconds(5));
          return read;
        });
    await().atMost(RECOVERED).until(() -> !visitor.get(page).body().contains("nicht erreichbar"));
  }

  @Test
  void the_last_good_page_is_served_while_article_service_is_away() throws Exception {
    String page = page(published("Ein Satz, der bleibt."));
    await().atMost(RECOVERED).until(() -> visitor.get(page).header("Cache-Status").contains("hit"));
    without(
        "voxpop.article.Application",
        () -> {
          // both take their time: until it is given up, and until its silence is noticed
          var list = CompletableFuture.supplyAsync(() -> visitor.get("/api/articles?language=de"));
          await()
              .atMost(RECOVERED)
              .until(() -> visitor.get(page).header("Cache-Status").contains("stale"));
          Http.Answer read = visitor.get(page);
          assertThat(read.status()).isEqualTo(200);
          assertThat(read.body()).contains("Ein Satz, der bleibt.");
          assertThat(list.join().status()).isEqualTo(503);
          return read;
        });
    await().atMost(RECOVERED).until(() -> visitor.get("/api/articles?language=de").status() == 200);
  }

  @Test
  void a_database_that_is_away_is_a_503_that_says_so() throws Exception {
    String article = published("Ein Satz.");
    String page = page(article);
    await().atMost(RECOVERED).until(() -> visitor.get(page).header("Cache-Status").contains("hit"));
    without(
        "mariadbd",
        () -> {
          assertThat(visitor.get(page).status()).isEqualTo(200);
          Http.Answer read = visitor.get("/api/articles/" + article);
          assertThat(read.status()).isEqualTo(503);
          assertThat(read.header("Content-Type")).startsWith("application/problem+json");
          assertThat(read.body()).doesNotContain("Exception").doesNotContain("\tat ");
          await()
              .atMost(RECOVERED)
              .until(() -> visitor.get(page).header("Cache-Status").contains("stale"));
          assertThat(visitor.get(page).status()).isEqualTo(200);
          return read;
        });
    await()
        .atMost(RECOVERED)
        .ignoreExceptions()
        .until(() -> visitor.get("/api/articles/" + article).status() == 200);
    await()
        .atMost(RECOVERED)
        .ignoreExceptions()
        .until(() -> admin.get("/api/translations/" + article + "/en").status() == 200);
  }

  static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
