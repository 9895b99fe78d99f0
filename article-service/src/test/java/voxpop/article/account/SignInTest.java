package voxpop.article.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.article.Sql;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;

@MicronautTest(transactional = false)
class SignInTest extends ArticleServiceTest {

  @Inject Sql sql;

  private Http.Answer signIn(String email, String password) {
    return http.post("/api/sessions", Map.of("email", email, "password", password));
  }

  @Test
  void the_token_is_signed_by_the_published_key_and_says_who_it_is() throws Exception {
    var answer = signIn(EMAIL.toUpperCase(java.util.Locale.ROOT), PASSWORD);
    assertThat(answer.status()).isEqualTo(201);
    var token = SignedJWT.parse(answer.text("token"));
    var keys = JWKSet.parse(http.without("Voxpop-Internal").get("/.well-known/jwks.json").body());
    var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("voxpop");
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(answer.text("author/id"));
    assertThat(token.getJWTClaimsSet().getStringListClaim("roles"))
        .containsExactly("administrator");
    assertThat(answer.text("author/displayName")).isEqualTo("Anna Blau");
    assertThat(answer.text("author/name")).isEqualTo("anna-blau");
    assertThat(answer.body()).doesNotContain("argon2");
  }

  @Test
  void a_wrong_password_and_an_unknown_account_are_answered_alike() {
    var wrong = signIn(EMAIL, "wrong-password");
    var unknown = signIn("nobody@example.org", "wrong-password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    for (var part : List.of("type", "title", "status", "detail")) {
      assertThat(unknown.text(part)).isEqualTo(wrong.text(part));
    }
  }

  @Test
  void a_token_is_renewed_until_its_session_ends() {
    var begun = signIn(EMAIL, PASSWORD);
    var me = http.as(begun.text("token"));
    var renewed = me.post("/api/sessions/renewals", null);
    assertThat(renewed.status()).isEqualTo(201);
    assertThat(http.as(renewed.text("token")).get("/api/sessions").status()).isEqualTo(200);
    var current = current(me);
    assertThat(me.delete("/api/sessions/" + current).status()).isEqualTo(204);
    assertThat(me.post("/api/sessions/renewals", null).status()).isEqualTo(401);
  }

  private static String current(Http me) {
    List<Map<String, Object>> items = me.get("/api/sessions").at("items");
    return items.stream()
        .filter(one -> one.get("current").equals(true))
        .findFirst()
        .orElseThrow()
        .get("id")
        .toString();
  }

  @Test
  void a_browsers_secret_is_traded_until_it_ends_and_is_not_in_the_list() {
    var begun =
        http.post("/sessions", Map.of("email", EMAIL, "password", PASSWORD, "name", "Firefox"));
    assertThat(begun.status()).isEqualTo(201);
    var secret = Map.of("secret", begun.text("secret"));
    var traded = http.post("/sessions/trades", secret);
    assertThat(traded.status()).isEqualTo(200);
    assertThat(traded.text("session")).isEqualTo(begun.text("id"));
    var me = http.as(traded.text("token"));
    assertThat(me.get("/api/sessions").body())
        .contains("Firefox")
        .doesNotContain(begun.text("secret"));
    assertThat(http.post("/sessions/ends", secret).status()).isEqualTo(204);
    assertThat(http.post("/sessions/trades", secret).status()).isEqualTo(401);
  }

  @Test
  void nobody_ends_another_persons_session() {
    var begun = http.post("/sessions", Map.of("email", EMAIL, "password", PASSWORD));
    var eve = person("eve", "author");
    assertThat(eve.delete("/api/sessions/" + begun.text("id")).status()).isEqualTo(404);
    assertThat(http.post("/sessions/trades", Map.of("secret", begun.text("secret"))).status())
        .isEqualTo(200);
  }

  @Test
  void ten_failures_close_an_account_whatever_comes_then_and_successes_do_not_count() {
    person("max", "author");
    for (var i = 0; i < 12; i++)
      assertThat(signIn("max@example.org", PASSWORD).status()).isEqualTo(201);
    for (var i = 0; i < 10; i++)
      assertThat(signIn("max@example.org", "wrong").status()).isEqualTo(401);
    var refused = signIn("max@example.org", PASSWORD);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15 * 60 + 1);
    assertThat(signIn(EMAIL, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void of_many_guesses_at_once_no_more_than_ten_are_answered() throws Exception {
    person("lea", "author");
    fail("account:lea@example.org", 6);
    var guesses = new ArrayList<Callable<Integer>>();
    for (var i = 0; i < 8; i++) guesses.add(() -> signIn("lea@example.org", "guess").status());
    var answers = new ArrayList<Integer>();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var guess : pool.invokeAll(guesses)) answers.add(guess.get());
    }
    // 503 is what a machine without a breath left says: it tells a guesser nothing
    assertThat(answers).contains(429).doesNotContain(201).isSubsetOf(401, 429, 503);
    assertThat(answers.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(4);
  }

  @Test
  void a_network_is_closed_after_a_hundred_failures_and_others_stay_open() {
    fail("network:office", 99);
    var office = http.with("Voxpop-Network", "office");
    var wrong = Map.of("email", "guess@example.org", "password", "x");
    assertThat(office.post("/api/sessions", wrong).status()).isEqualTo(401);
    var right = Map.of("email", EMAIL, "password", PASSWORD);
    assertThat(office.post("/api/sessions", right).status()).isEqualTo(429);
    assertThat(http.with("Voxpop-Network", "home").post("/api/sessions", right).status())
        .isEqualTo(201);
  }

  /** As if so many had failed a minute ago: each costs a second of computing otherwise. */
  private void fail(String gate, int times) {
    for (var i = 0; i < times; i++) {
      sql.update(
          "INSERT INTO sign_in_failure (id, gate, failed_at) VALUES (?, ?, ?)",
          Ids.next(),
          Secret.hash(gate),
          Instant.now().minusSeconds(60));
    }
  }
}
