package voxpop.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class ProblemTest extends ServiceTest {
  @Serdeable
  record Input(@NotBlank @Size(max = 5) String title, Role role, Integer size) {}

  @Controller("/things")
  @Requires(property = "voxpop.test.keys")
  static class ThingController {
    @Post
    Input create(@Body @Valid Input input) {
      return input;
    }

    @Get("/{id}")
    String read(UUID id) {
      if (id.getLeastSignificantBits() == 0) {
        throw new IllegalStateException("a secret of the house");
      }
      throw Problem.notFound("No such thing.");
    }

    @Get("/desk")
    String desk(Caller caller) {
      return caller.require(Role.EDITOR).name() + " by " + caller.program();
    }
  }

  private Http.Answer create(String json) {
    return http.post("/things", json);
  }

  @Test
  void a_wrong_field_is_named() {
    Http.Answer answer = create("{\"title\":\"much too long\",\"role\":\"editor\",\"size\":1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("/problems/invalid");
    assertThat(answer.text("violations/0/field")).isEqualTo("title");
  }

  @Test
  void an_unknown_enum_value_names_its_field() {
    Http.Answer answer = create("{\"title\":\"a\",\"role\":\"king\",\"size\":1}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("role");
  }

  @Test
  void a_value_of_the_wrong_type_names_its_field() {
    Http.Answer answer = create("{\"title\":\"a\",\"role\":\"editor\",\"size\":\"many\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).as(answer.body()).isEqualTo("size");
  }

  @Test
  void a_missing_field_is_named() {
    assertThat(create("{\"role\":\"editor\",\"size\":1}").text("violations/0/field"))
        .isEqualTo("title");
  }

  @Test
  void what_is_no_JSON_is_said_to_be_none() {
    Http.Answer answer = create("{\"title\":");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("body");
  }

  @Test
  void a_bad_identifier_in_the_address_is_named() {
    Http.Answer answer = http.get("/things/not-a-uuid");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("id");
  }

  @Test
  void problems_unknown_addresses_and_methods_answer_problem_json() {
    for (Http.Answer answer :
        java.util.List.of(
            http.get("/things/" + UUID.randomUUID()),
            http.get("/nowhere"),
            http.delete("/things/desk"),
            http.with("Content-Type", "text/plain").post("/things", "x"))) {
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
    assertThat(http.get("/nowhere").status()).isEqualTo(404);
    assertThat(http.delete("/things/desk").status()).isEqualTo(405);
    assertThat(http.with("Content-Type", "text/plain").post("/things", "x").status())
        .isEqualTo(415);
  }

  @Test
  void an_unexpected_failure_says_nothing_of_the_inside() {
    Http.Answer answer = http.get("/things/" + new UUID(0x7000, 0));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret").contains("/problems/internal");
  }

  @Test
  void a_role_opens_what_it_should_and_nothing_else() {
    assertThat(http.get("/things/desk").status()).isEqualTo(401);
    assertThat(http.as(TestTokens.of(Role.TRANSLATOR)).get("/things/desk").status()).isEqualTo(403);
    assertThat(http.as(TestTokens.of(Role.EDITOR)).get("/things/desk").body())
        .isEqualTo("Test Person by gateway");
    assertThat(http.as(TestTokens.of(Role.ADMINISTRATOR)).get("/things/desk").status())
        .isEqualTo(200);
  }

  @Test
  void a_token_that_is_no_longer_good_is_said_to_be() {
    String expired =
        TestTokens.of(
            UUID.randomUUID(),
            "Late",
            java.util.List.of(),
            java.time.Duration.ofMinutes(-5),
            Role.EDITOR);

    assertThat(http.as(expired).get("/things/desk").status()).isEqualTo(401);
    assertThat(http.as(expired + "x").get("/things/desk").status()).isEqualTo(401);
  }

  @Test
  void nobody_but_the_house_is_answered() {
    assertThat(http.without("Voxpop-Internal").get("/things/desk").status()).isEqualTo(403);
    assertThat(http.with("Voxpop-Internal", "guess").get("/nowhere").status()).isEqualTo(403);
    assertThat(new Http(http.base(), Map.of()).get("/changes").status()).isEqualTo(403);
  }
}
