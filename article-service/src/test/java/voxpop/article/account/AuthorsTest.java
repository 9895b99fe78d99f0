package voxpop.article.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;

@MicronautTest(transactional = false)
class AuthorsTest extends ArticleServiceTest {

  private static Map<String, Object> tom() {
    var input = new HashMap<String, Object>();
    input.put("email", "Tom@Example.org");
    input.put("name", "tom");
    input.put("displayName", "Tom Grün");
    input.put("roles", List.of("translator"));
    input.put("languages", List.of("en", "fr"));
    input.put("password", PASSWORD);
    return input;
  }

  @Test
  void an_administrator_makes_and_changes_people() {
    var made = anna().post("/api/authors", tom());
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/api/authors/tom");
    assertThat(made.<List<String>>at("languages")).containsExactly("en", "fr");
    var before = token("tom@example.org", PASSWORD);

    var input = tom();
    input.put("note", "Schreibt über Wald.");
    input.put("password", "another fine password");
    assertThat(anna().put("/api/authors/" + made.text("id"), input).status()).isEqualTo(200);
    assertThat(http.as(before).post("/api/sessions/renewals", null).status()).isEqualTo(401);
    assertThat(token("tom@example.org", "another fine password")).isNotNull();

    var shown = http.get("/api/authors/tom");
    assertThat(shown.text("note")).isEqualTo("Schreibt über Wald.");
    assertThat(shown.body()).doesNotContain("example.org");
    assertThat(http.get("/changes").body()).contains("voxpop.author");
  }

  @Test
  void nobody_else_does() {
    assertThat(http.post("/api/authors", tom()).status()).isEqualTo(401);
    var editor = person("ed", "editor");
    assertThat(editor.post("/api/authors", tom()).status()).isEqualTo(403);
    assertThat(editor.get("/api/authors").status()).isEqualTo(403);
  }

  @Test
  void bad_input_names_its_fields() {
    var input = new HashMap<String, Object>();
    input.put("email", "no address");
    input.put("displayName", "");
    input.put("roles", List.of());
    input.put("password", "short");
    input.put("name", "Not A Slug");
    var refused = anna().post("/api/authors", input);
    assertThat(refused.status()).isEqualTo(400);
    List<Map<String, String>> violations = refused.at("violations");
    assertThat(violations)
        .extracting(violation -> violation.get("field"))
        .containsExactlyInAnyOrder("email", "displayName", "password", "name");
    input.put("roles", List.of("king"));
    assertThat(anna().post("/api/authors", input).status()).isEqualTo(400);
  }

  @Test
  void somebody_stays_administrator() {
    var me = http.post("/api/sessions", Map.of("email", EMAIL, "password", PASSWORD));
    var input = new HashMap<String, Object>();
    input.put("email", EMAIL);
    input.put("displayName", "Anna Blau");
    input.put("roles", List.of("author"));
    var refused = anna().put("/api/authors/" + me.text("author/id"), input);
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void an_address_belongs_to_one_person() {
    person("kim", "author");
    var input = tom();
    input.put("email", "kim@example.org");
    input.put("name", "kim2");
    assertThat(anna().post("/api/authors", input).text("violations/0/field")).isEqualTo("email");
  }
}
