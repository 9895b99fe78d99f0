package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Browser.header;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much one reader, network or account may do in a minute. */
class LimitsTest {
  private static final String RECOMMENDATION = "/api/articles/" + House.ARTICLE + "/recommendation";
  private static final ECKey KEY = key();

  private static House house;

  /** Believed, so that each test comes from a network of its own. */
  private static Browser browser;

  private static int networks;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("(GET|PUT|POST) /api/.*", "{\"count\":2,\"recommended\":true}");
    house.articles.on("GET /.well-known/jwks.json", new JWKSet(KEY).toPublicJWKSet().toString());
    house.comments.on("POST /api/comments", House.comment("Hallo", ""));
    browser =
        house.gateway(
            "voxpop.gateway.trusted-proxies", "127.0.0.1/32",
            "voxpop.gateway.limits.comments", "3",
            "voxpop.gateway.limits.recommendations", "4",
            "voxpop.gateway.limits.recommendations-per-network", "6",
            "voxpop.gateway.limits.writes", "5",
            "voxpop.gateway.limits.reads", "7");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(ECKey key, UUID account) {
    try {
      var claims =
          new JWTClaimsSet.Builder()
              .subject(account.toString())
              .expirationTime(Date.from(Instant.now().plusSeconds(60)))
              .build();
      var token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims);
      token.sign(new ECDSASigner(key));
      return "Bearer " + token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String network() {
    return "10.77." + ++networks + ".1";
  }

  /** How many of the calls pass before one is refused. */
  private static int passing(java.util.function.Supplier<HttpResponse<String>> call) {
    int passed = 0;
    while (passed < 50 && call.get().statusCode() != 429) {
      passed++;
    }
    return passed;
  }

  @Test
  void reads_are_counted_by_network_and_told() {
    String here = network();
    var first = browser.get("/api/articles", "X-Forwarded-For", here);
    assertThat(header(first, "RateLimit-Policy")).isEqualTo("\"reads\";q=7;w=60");
    assertThat(header(first, "RateLimit")).isEqualTo("\"reads\";r=6;t=8");
    assertThat(passing(() -> browser.get("/api/articles", "X-Forwarded-For", here))).isEqualTo(6);
    var refused = browser.get("/api/comments", "X-Forwarded-For", here);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    assertThat(refused.body()).contains("/problems/too-many-requests", "requestId");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 10);
    assertThat(header(refused, "RateLimit")).startsWith("\"reads\";r=0;t=");
    assertThat(browser.get("/api/articles", "X-Forwarded-For", network()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_account_has_its_own_wherever_it_comes_from_and_an_invented_one_has_not() {
    UUID account = UUID.randomUUID();
    String token = token(KEY, account);
    String here = network();
    assertThat(
            passing(
                () ->
                    browser.send(
                        "POST",
                        "/api/articles",
                        "{}",
                        "Authorization",
                        token,
                        "X-Forwarded-For",
                        network())))
        .isEqualTo(5);
    assertThat(passing(() -> browser.send("POST", "/api/articles", "{}", "X-Forwarded-For", here)))
        .isEqualTo(5);
    String there = network();
    ECKey forged = key();
    assertThat(
            passing(
                () ->
                    browser.send(
                        "POST",
                        "/api/articles",
                        "{}",
                        "Authorization",
                        token(forged, UUID.randomUUID()),
                        "X-Forwarded-For",
                        there)))
        .isEqualTo(5);
  }

  @Test
  void each_has_a_bucket_of_its_own() {
    String here = network();
    String[] from = {"X-Forwarded-For", here, "Content-Type", "application/json"};
    assertThat(passing(() -> browser.send("POST", "/api/comments", "{}", from))).isEqualTo(3);
    assertThat(passing(() -> browser.send("POST", "/api/articles", "{}", from))).isEqualTo(5);
    assertThat(passing(() -> browser.get("/api/articles", from))).isEqualTo(7);
    assertThat(passing(() -> browser.send("PUT", RECOMMENDATION, null, from))).isEqualTo(6);
    assertThat(browser.get("/de/hallo-welt", from).statusCode()).isEqualTo(200);
    assertThat(header(browser.get("/de/hallo-welt", from), "RateLimit")).isNull();
  }

  @Test
  void a_reader_has_fewer_recommendations_than_a_network() {
    String here = network();
    String cookie = "reader=" + "a".repeat(22);
    assertThat(
            passing(
                () ->
                    browser.send(
                        "PUT", RECOMMENDATION, null, "Cookie", cookie, "X-Forwarded-For", here)))
        .isEqualTo(4);
    // what the reader was refused has cost the network nothing
    String other = "reader=" + "b".repeat(22);
    assertThat(
            passing(
                () ->
                    browser.send(
                        "PUT", RECOMMENDATION, null, "Cookie", other, "X-Forwarded-For", here)))
        .isEqualTo(2);
  }

  @Test
  void signing_in_is_not_counted_here() {
    String here = network();
    for (int i = 0; i < 12; i++) {
      assertThat(browser.json("POST", "/api/sessions", "{}", "X-Forwarded-For", here).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void who_guesses_passwords_is_told_when_to_try_again() {
    house.articles.on(
        "POST /sessions",
        asked ->
            new StandIn.Told(
                429,
                "{\"type\":\"/problems/too-many-requests\",\"title\":\"x\",\"status\":429}",
                Map.of("Content-Type", "application/problem+json", "Retry-After", "77")));
    String token =
        browser
            .get("/studio/sign-in")
            .body()
            .replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    var refused =
        browser.form(
            "/studio/sign-in",
            Map.of("email", "a@b.de", "password", "geraten", "to", "", "token", token));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(header(refused, "Retry-After")).isEqualTo("77");
    assertThat(refused.body()).contains("<html", "a@b.de");
  }

  @Test
  void a_form_that_comes_too_fast_loses_nothing() {
    house.comments.on("GET /api/challenges", asked -> House.challenge());
    String here = network();
    Map<String, String> typed =
        Map.of("name", "Grace", "email", "g@example.org", "body", "Mein Text");
    assertThat(
            passing(() -> browser.form("/de/hallo-welt/comments", typed, "X-Forwarded-For", here)))
        .isEqualTo(5);
    var refused = browser.form("/de/hallo-welt/comments", typed, "X-Forwarded-For", here);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("<html", "Mein Text", "g@example.org");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isPositive();
    var recommend =
        passing(
            () ->
                browser.form(
                    "/de/hallo-welt/recommendation",
                    Map.of("recommended", "true"),
                    "X-Forwarded-For",
                    here));
    assertThat(recommend).isEqualTo(6);
    var page =
        browser.form(
            "/de/hallo-welt/recommendation",
            Map.of("recommended", "true"),
            "X-Forwarded-For",
            here);
    assertThat(page.body()).contains("<html", "Das war etwas zu schnell");
    assertThat(header(page, "Retry-After")).isNotNull();
  }
}
