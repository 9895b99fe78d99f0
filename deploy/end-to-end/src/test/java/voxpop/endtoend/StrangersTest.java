package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.kit.test.Http;

/** What somebody gets who reaches a program's port without going through the door. */
class StrangersTest {
  private static final String ARTICLE = "voxpop.article.Application";
  private static final String COMMENT = "voxpop.comment.Application";
  private static final String TRANSLATION = "voxpop.translation.Application";
  private static final String GATEWAY = "voxpop.gateway.Application";
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

  private static final List<String> ADDRESSES =
      List.of(
          "GET /",
          "GET /changes?lastEventId=0",
          "GET /site",
          "GET /pages/de/x",
          "GET /sources/" + ID,
          "GET /editions/" + ID + "/en",
          "GET /api/site",
          "GET /api/articles",
          "GET /api/comments?article=" + ID,
          "GET /api/translations/" + ID,
          "GET /api/engines",
          "POST /sessions",
          "POST /sessions/trades",
          "POST /api/sessions",
          "POST /api/articles",
          "POST /api/comments",
          "PUT /api/articles/" + ID + "/recommendation",
          "PUT /api/comments/" + ID + "/verdict",
          "POST /api/translations/" + ID + "/en",
          "GET /health",
          "GET /prometheus",
          "GET /.well-known/../changes",
          "GET /.well-known/jwks.json/../../changes",
          "GET //changes",
          "GET /%63hanges");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static Http port(String program, String variable) throws Exception {
    String port = Platform.get().environmentOf(program).get(variable);
    return new Http(URI.create("http://127.0.0.1:" + port), Map.of());
  }

  /** Past the document of what the door answers: strangers get something else here. */
  private static Http.Answer plainly(Http guise, String method, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(guise.base() + path))
            .timeout(Duration.ofSeconds(10))
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"));
    guise.headers().forEach(request::header);
    if (!method.equals("GET")) request.header("Content-Type", "application/json");
    var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Http.Answer(answer.statusCode(), answer.headers(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {ARTICLE, COMMENT, TRANSLATION})
  void a_services_port_answers_nobody_but_the_house(String program) throws Exception {
    Http stranger = port(program, "MICRONAUT_SERVER_PORT");
    String own = Platform.get().environmentOf(program).get("VOXPOP_INTERNAL_SECRET");
    String management = Platform.get().environmentOf(program).get("VOXPOP_MANAGEMENT_PORT");
    Http admin = Platform.get().administrator();
    List<Http> guises =
        List.of(
            stranger,
            stranger.with("Voxpop-Internal", "guess"),
            stranger.with("Voxpop-Internal", ""),
            stranger.with("Voxpop-Internal", own),
            stranger.with("Authorization", admin.headers().get("Authorization")),
            stranger.with("Voxpop-Reader", "somebody").with("Voxpop-Network", "somewhere"),
            stranger.with("X-Forwarded-For", "127.0.0.1").with("Forwarded", "for=127.0.0.1"),
            stranger.with("X-Forwarded-Port", management).with("X-Original-URL", "/health"));
    for (Http guise : guises) {
      for (String address : ADDRESSES) {
        String[] parts = address.split(" ", 2);
        Http.Answer answer = plainly(guise, parts[0], parts[1]);
        assertThat(answer.status()).as(program + " " + address).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("\"items\"", "specversion", "secret", "tagline");
      }
    }
    assertThat(stranger.get("/changes").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {ARTICLE, COMMENT, TRANSLATION, GATEWAY})
  void a_management_port_tells_of_health_and_figures_only(String program) throws Exception {
    Http stranger = port(program, "VOXPOP_MANAGEMENT_PORT");
    assertThat(stranger.get("/health/liveness").status()).isEqualTo(200);
    assertThat(stranger.get("/health/readiness").status()).isIn(200, 503);
    Http.Answer figures = stranger.get("/prometheus");
    assertThat(figures.status()).isEqualTo(200);
    assertThat(figures.body()).contains("http_server_requests_seconds_count");
    for (String path :
        new String[] {
          "/env", "/beans", "/routes", "/loggers", "/loggers/ROOT", "/threaddump", "/heapdump",
          "/info", "/caches", "/metrics", "/flyway", "/refresh", "/stop", "/shutdown",
          "/api/articles", "/api/site", "/site", "/changes", "/pages/de/x", "/de/", "/studio/",
          "/.well-known/jwks.json"
        }) {
      for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
        Http.Answer answer = plainly(stranger, method, path);
        assertThat(answer.status()).as(program + " " + method + " " + path).isIn(403, 404, 405);
      }
    }
    assertThat(figures.body())
        .as("no address, no name, no number of one thing")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-")
        .doesNotContain("@", "127.0.0.1:", "/de/");
  }

  @Test
  void the_door_routes_no_management() {
    Http visitor = Platform.get().http();
    for (String path :
        new String[] {
          "/health", "/health/liveness", "/prometheus", "/changes", "/.well-known/jwks.json"
        }) {
      assertThat(visitor.get(path).status()).as(path).isIn(301, 404);
    }
  }

  @Test
  void the_public_keys_are_public_and_the_private_part_is_not() throws Exception {
    Http.Answer keys = port(ARTICLE, "MICRONAUT_SERVER_PORT").get("/.well-known/jwks.json");
    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.body()).contains("\"kty\"").doesNotContain("\"d\"");
  }

  @Test
  void nobody_makes_a_token_of_his_own() throws Exception {
    String kid =
        port(ARTICLE, "MICRONAUT_SERVER_PORT").get("/.well-known/jwks.json").text("keys/0/kid");
    Http visitor = Platform.get().http();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("voxpop")
            .subject(UUID.randomUUID().toString())
            .claim("name", "eve")
            .claim("roles", List.of("administrator"))
            .claim("langs", List.of("en"))
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .build();
    String real = Platform.get().administrator().headers().get("Authorization").substring(7);
    String[] tokens = {
      new PlainJWT(claims).serialize(),
      signed(
          JWSAlgorithm.ES256,
          kid,
          claims,
          new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())),
      signed(
          JWSAlgorithm.ES256,
          "no-such-key",
          claims,
          new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())),
      signed(JWSAlgorithm.HS256, kid, claims, new MACSigner("0123456789abcdef0123456789abcdef")),
      real.substring(0, real.lastIndexOf('.') + 1),
      real.substring(0, real.length() - 6) + "AAAAAA",
      "nonsense"
    };
    for (String token : tokens) {
      Http eve = visitor.as(token);
      for (Http.Answer answer :
          List.of(
              eve.post(
                  "/api/articles",
                  Map.of("language", "de", "title", "x", "body", "y", "format", "markdown")),
              eve.get("/api/authors"),
              eve.put("/api/comments/" + ID + "/verdict", Map.of("verdict", "approved")),
              eve.post("/api/translations/" + ID + "/en", null))) {
        assertThat(answer.status()).as(token + answer.body()).isEqualTo(401);
      }
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, String kid, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
