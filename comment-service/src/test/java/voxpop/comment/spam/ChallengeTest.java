package voxpop.comment.spam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.comment.MovableClock;
import voxpop.kit.test.Http;
import voxpop.local.Ports;

/** Every known way around a sum. */
@MicronautTest(transactional = false)
class ChallengeTest extends DiscussionTest {
  private final UUID article = articles.publish();

  @Inject ApplicationContext context;
  @Inject ChallengeKeys keys;
  @Inject ExpiredRedemptions expired;
  @Inject RedemptionRepository redemptions;

  @Test
  void a_right_answer_is_taken_once() {
    Map<String, Object> solution = solved(http, article);
    assertThat(post(solution, "first").status()).isEqualTo(201);
    assertProblem(post(solution, "replay"), "challenge-used");
    assertProblem(post(solution, "first"), "challenge-used");
  }

  @Test
  void of_two_at_once_exactly_one_is_taken() throws Exception {
    for (int round = 0; round < 10; round++) {
      Map<String, Object> solution = solved(http, article);
      List<Integer> statuses =
          atOnce(8, i -> post(http.reader("racer" + i), solution, "racing " + i).status());
      assertThat(statuses).containsOnlyOnce(201).filteredOn(s -> s == 400).hasSize(7);
    }
  }

  @Test
  void of_one_request_sent_twice_at_once_one_comment_comes() throws Exception {
    Http reader = http.reader("impatient");
    Map<String, Object> solution = solved(http, article);
    List<Http.Answer> answers = new ArrayList<>();
    List<Integer> statuses =
        atOnce(
            4,
            i -> {
              Http.Answer answer = post(reader, solution, "double click");
              synchronized (answers) {
                answers.add(answer);
              }
              return answer.status();
            });
    assertThat(statuses).containsOnlyOnce(201).filteredOn(s -> s == 200).hasSize(3);
    assertThat(answers).extracting(a -> a.text("id")).containsOnly(answers.getFirst().text("id"));
  }

  @Test
  void a_wrong_answer_uses_it_up() {
    Map<String, Object> solution = solved(http, article);
    long wrong = Long.parseLong(solution.get("answer").toString()) + 1;
    assertProblem(post(with(solution, "answer", wrong), "wrong"), "challenge-wrong");
    assertProblem(post(solution, "right after wrong"), "challenge-used");
  }

  @Test
  void words_are_a_wrong_answer() {
    assertProblem(post(with(solved(http, article), "answer", "nine"), "words"), "challenge-wrong");
  }

  @Test
  void a_number_in_json_and_blanks_around_it_are_fine() {
    Map<String, Object> solution = solved(http, article);
    long answer = Long.parseLong(solution.get("answer").toString());
    assertThat(post(with(solution, "answer", answer), "a number").status()).isEqualTo(201);
    solution = solved(http, article);
    assertThat(
            post(with(solution, "answer", " " + solution.get("answer") + " "), "blanks").status())
        .isEqualTo(201);
  }

  @Test
  void it_expires() {
    Map<String, Object> solution = solved(http, article);
    MovableClock.pass(Duration.ofHours(1));
    assertProblem(post(solution, "late"), "challenge-expired");
  }

  @Test
  void it_is_for_one_article() {
    UUID other = articles.publish();
    Map<String, Object> solution = solved(http, other);
    assertProblem(post(solution, "elsewhere"), "challenge-elsewhere");
    assertThat(
            http.post("/api/comments", with(comment(other, "here"), "challenge", solution))
                .status())
        .as("it wasn't used up by that")
        .isEqualTo(201);
  }

  @Test
  void nothing_in_it_can_be_forged() {
    byte[] token = Base64.getUrlDecoder().decode(solved(http, article).get("token").toString());
    for (int i = 0; i < token.length; i++) {
      byte[] forged = token.clone();
      forged[i] ^= 1;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
      assertProblem(post(Map.of("token", text, "answer", "1"), "forged"), "challenge-invalid");
    }
    for (String forged : List.of("4+5", "x", "A".repeat(150), "4.5." + article)) {
      assertProblem(post(Map.of("token", forged, "answer", "9"), "forged"), "challenge-invalid");
    }
  }

  @Test
  void neither_operands_nor_answer_are_in_it() {
    for (int i = 0; i < 50; i++) {
      Http.Answer challenge = http.get("/api/challenges?article=" + article);
      byte[] token = Base64.getUrlDecoder().decode(challenge.text("token"));
      assertThat(new String(token, StandardCharsets.ISO_8859_1))
          .doesNotContain(challenge.text("question"));
      // everything but the keyed hashes is known to whoever reads it, and says nothing of the sum
      assertThat(token).hasSize(1 + 16 + 16 + 8 + 8 + 16 + 32);
    }
  }

  @Test
  void too_fast_is_refused_and_can_be_sent_again() {
    Map<String, Object> solution = solvedAtOnce(http, article);
    assertProblem(post(solution, "fast"), "challenge-too-fast");
    MovableClock.pass(Duration.ofSeconds(2));
    assertThat(post(solution, "fast").status()).isEqualTo(201);
  }

  @Test
  void it_is_redeemed_at_another_instance_than_it_was_issued_at_and_there_once() {
    Map<String, Object> settings = new HashMap<>(instance());
    try (EmbeddedServer other = ApplicationContext.run(EmbeddedServer.class, settings)) {
      Http elsewhere = new Http(other.getURI(), http.headers());
      Map<String, Object> solution = solved(http, article);
      assertThat(post(elsewhere, solution, "elsewhere").status()).isEqualTo(201);
      assertProblem(post(solution, "and here"), "challenge-used");
      assertProblem(post(elsewhere, solution, "and there"), "challenge-used");
    }
  }

  @Test
  void a_key_can_be_replaced_while_challenges_are_out() {
    String newer =
        Base64.getUrlEncoder()
            .encodeToString("a newer key of at least 32 bytes".getBytes(StandardCharsets.UTF_8));
    Map<String, Object> settings = new HashMap<>(instance());
    settings.put("voxpop.challenge.key", newer + "," + KEY);
    try (EmbeddedServer rotated = ApplicationContext.run(EmbeddedServer.class, settings)) {
      Http there = new Http(rotated.getURI(), http.headers());
      assertThat(post(there, solved(http, article), "old key, new instance").status())
          .isEqualTo(201);
      assertThat(post(there, solved(there, article), "new key").status()).isEqualTo(201);
      assertProblem(post(solved(there, article), "a key that isn't ours"), "challenge-invalid");
    }
  }

  @Test
  void a_program_that_fills_in_what_people_do_not_see_is_refused() {
    for (String field : List.of("website", "url2")) {
      Map<String, Object> comment = with(comment(article, "buy"), field, "http://spam.example");
      Http.Answer answer =
          http.post("/api/comments", with(comment, "challenge", solved(http, article)));
      assertProblem(answer, "honeypot");
      assertThat(answer.text("violations/0/field")).isEqualTo(field);
    }
    Map<String, Object> empty = with(with(comment(article, "empty"), "website", ""), "url2", "");
    assertThat(post(http, empty).status()).isEqualTo(201);
  }

  @Test
  void without_it_nothing_is_taken() {
    Http.Answer answer = http.post("/api/comments", comment(article, "no sum"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("challenge");
    Http.Answer half =
        http.post("/api/comments", with(comment(article, "x"), "challenge", Map.of("token", "x")));
    assertThat(half.status()).isEqualTo(400);
    assertThat(half.text("violations/0/field")).isEqualTo("challenge.answer");
  }

  @Test
  void an_answer_that_was_lost_is_given_again() {
    Http reader = http.reader("lost");
    Map<String, Object> solution = solved(http, article);
    Http.Answer stored = post(reader, solution, "once");
    Http.Answer again = post(reader, solution, "once");
    assertThat(stored.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(stored.text("id"));
    assertProblem(post(reader, solution, "something else"), "challenge-used");
    assertProblem(post(http.reader("thief"), solution, "once"), "challenge-used");
  }

  @Test
  void it_is_asked_in_the_readers_language() {
    String path = "/api/challenges?article=" + article;
    assertThat(http.get(path + "&language=fr").text("question")).startsWith("Combien");
    assertThat(http.with("Accept-Language", "xx, es;q=0.5").get(path).text("question"))
        .startsWith("¿Cuánto");
    assertThat(http.get(path).text("question")).startsWith("Wie viel");
    assertThat(http.get(path).header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void translation_service_redeems_it_as_well_and_nobody_else() {
    Http house = http.with("Voxpop-Internal", TRANSLATION_SECRET);
    Map<String, Object> request = with(solved(http, article), "article", article.toString());
    assertThat(http.post("/challenges/redemptions", request).status()).isEqualTo(403);
    assertThat(house.post("/challenges/redemptions", request).status()).isEqualTo(204);
    assertProblem(house.post("/challenges/redemptions", request), "challenge-used");
    Map<String, Object> wrong =
        with(with(solved(http, article), "article", article.toString()), "answer", "-5");
    assertProblem(house.post("/challenges/redemptions", wrong), "challenge-wrong");
  }

  @Test
  void what_was_redeemed_is_forgotten_once_it_has_expired() {
    Map<String, Object> solution = solved(http, article);
    post(solution, "kept");
    UUID nonce = ChallengeToken.read(keys, solution.get("token").toString()).orElseThrow().nonce();
    expired.forget();
    assertThat(redemptions.findByNonce(nonce)).isPresent();
    MovableClock.pass(Duration.ofHours(1));
    expired.forget();
    assertThat(redemptions.findByNonce(nonce)).isEmpty();
    assertProblem(post(solution, "and is still of no use"), "challenge-expired");
  }

  @Test
  void without_a_key_nothing_starts_and_the_reason_names_it() {
    for (String key : List.of("", "c2hvcnQ", "not base64!")) {
      Map<String, Object> settings = new HashMap<>(instance());
      settings.put("voxpop.challenge.key", key);
      assertThatThrownBy(() -> ApplicationContext.run(EmbeddedServer.class, settings))
          .hasStackTraceContaining("VOXPOP_CHALLENGE_KEY");
    }
  }

  private static final String TRANSLATION_SECRET = "translation-secret-translation-secret";

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = super.settings();
    settings.put("voxpop.internal.accept.translation-service", TRANSLATION_SECRET);
    return settings;
  }

  /** Settings of another instance on the same database. */
  private Map<String, Object> instance() {
    Map<String, Object> settings = new HashMap<>(settings());
    for (String key : List.of("url", "username", "password")) {
      String name = "datasources.default." + key;
      settings.put(name, context.getRequiredProperty(name, String.class));
    }
    settings.put("micronaut.server.port", "0");
    settings.put("endpoints.all.port", "" + Ports.free());
    settings.put("voxpop.internal.secret", OWN_SECRET);
    settings.put("voxpop.internal.accept.gateway", GATEWAY_SECRET);
    settings.put("voxpop.test.keys", "true");
    return settings;
  }

  private Http.Answer post(Map<String, Object> solution, String body) {
    return post(http, solution, body);
  }

  private Http.Answer post(Http from, Map<String, Object> solution, String body) {
    return from.post("/api/comments", with(comment(article, body), "challenge", solution));
  }

  private static void assertProblem(Http.Answer answer, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.text("type")).isEqualTo("/problems/" + type);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  private interface Attempt {
    int status(int number) throws Exception;
  }

  private static List<Integer> atOnce(int number, Attempt attempt) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        int me = i;
        Callable<Integer> one =
            () -> {
              go.await();
              return attempt.status(me);
            };
        running.add(threads.submit(one));
      }
      go.countDown();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> one : running) {
        statuses.add(one.get());
      }
      return statuses;
    }
  }
}
