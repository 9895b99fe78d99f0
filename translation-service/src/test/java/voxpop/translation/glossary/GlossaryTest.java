package voxpop.translation.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class GlossaryTest extends WorkshopTest {
  @Test
  void a_person_is_warned_and_may_all_the_same() {
    add("harbour", "translate", "puerto");
    UUID article = publish("<p>The harbour lies still.</p>");
    Map<String, Object> segment = segment(desk(article, "es"), "The harbour lies still.");
    Http.Answer answer = put(article, "es", segment, "La bahía está quieta.", true);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("warnings/0/term")).isEqualTo("harbour");
    assertThat(answer.text("warnings/0/translation")).isEqualTo("puerto");
    segment = segment(desk(article, "es"), "The harbour lies still.");
    assertThat(segment.get("warnings").toString()).contains("puerto");
    answer = put(article, "es", segment, "El puerto está quieto.", true);
    assertThat(answer.<List<?>>at("warnings")).isEmpty();
  }

  @Test
  void a_term_lists_exactly_the_segments_that_contain_it_in_all_articles() {
    UUID first = publish("<p>A <b>lantern</b> burns. Nothing here.</p><p>Lanterns again.</p>");
    UUID second = publish("<p>Lan terns. The old lantern's light. <code>lantern</code> run.</p>");
    UUID german = articles.publish(voxpop.kit.id.Ids.next(), "de", "Ein Titel", "<p>Lantern.</p>");
    desk(german, "es");
    desk(first, "es");
    desk(second, "es");
    Http.Answer term = add("lantern", "translate", "farol");
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      Http.Answer page =
          editor().get("/api/glossary/" + term.text("id") + "/segments?limit=2" + after);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.<List<Map<String, Object>>>at("items")
          .forEach(item -> found.add(item.get("article") + " " + item.get("source")));
      after = page.text("next") == null ? null : "&after=" + page.text("next");
    } while (after != null);
    assertThat(found)
        .containsExactlyInAnyOrder(
            first + " A <b>lantern</b> burns.",
            first + " Lanterns again.",
            second + " The old lantern's light.");
    put(first, "es", segment(desk(first, "es"), "Lanterns again."), "Otra vez lámparas.", true);
    List<Map<String, Object>> items =
        editor().get("/api/glossary/" + term.text("id") + "/segments").at("items");
    assertThat(items)
        .filteredOn(item -> item.get("source").equals("Lanterns again."))
        .singleElement()
        .satisfies(item -> assertThat(item).containsEntry("follows", false));
    assertThat(items)
        .filteredOn(item -> !item.get("source").equals("Lanterns again."))
        .allSatisfy(item -> assertThat(item.get("follows")).isNull());
  }

  @Test
  void a_term_is_changed_with_its_etag_only_and_by_those_who_may() {
    Http.Answer term = add("cloud", "translate", "nube");
    String place = "/api/glossary/" + term.text("id");
    Map<String, Object> other = input("cloud", "translate", "nubarrón");
    assertThat(editor().put(place, other).status()).isEqualTo(428);
    assertThat(editor().with("If-Match", " ").put(place, other).status()).isEqualTo(428);
    assertThat(editor().with("If-Match", "\"7\"").put(place, other).status()).isEqualTo(412);
    Http.Answer changed = editor().with("If-Match", term.header("ETag")).put(place, other);
    assertThat(changed.text("translation")).isEqualTo("nubarrón");
    assertThat(changed.header("Link")).contains("/segments");
    assertThat(editor().post("/api/glossary", input("Cloud", "keep", null)).status())
        .isEqualTo(409);
    assertThat(editor().post("/api/glossary", input("", "translate", "x")).status()).isEqualTo(400);
    assertThat(editor().post("/api/glossary", input("x", "sometimes", "x")).status())
        .isEqualTo(400);
    assertThat(editor().post("/api/glossary", input("x", "translate", null)).status())
        .isEqualTo(400);
    Http author = http.as(TestTokens.of(Role.AUTHOR));
    assertThat(author.post("/api/glossary", input("sky", "keep", null)).status()).isEqualTo(403);
    assertThat(author.get(place).status()).isEqualTo(200);
    assertThat(http.get("/api/glossary").status()).isEqualTo(401);
    Http.Answer whatever = editor().with("If-Match", "*").put(place, other);
    assertThat(whatever.status()).isEqualTo(200);
    assertThat(editor().with("If-Match", whatever.header("ETag")).delete(place).status())
        .isEqualTo(204);
    assertThat(editor().get(place).status()).isEqualTo(404);
  }

  @Test
  void a_file_goes_out_and_comes_back_and_is_safe_in_a_spreadsheet() {
    add("=SUM(A1)", "translate", "@total, \"quoted\"\nand more");
    add("-dash", "keep", null);
    String csv = editor().get("/api/glossary/file?source=en&target=es").body();
    assertThat(csv).contains("'=SUM(A1)").contains("'-dash").contains("\"'@total, \"\"quoted\"\"");
    Http.Answer again =
        editor().with("Content-Type", "text/csv").send("PUT", "/api/glossary/file", csv);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.<Number>at("known")).isEqualTo(again.<Number>at("read"));
    Http.Answer changed =
        editor()
            .with("Content-Type", "text/csv")
            .send(
                "PUT",
                "/api/glossary/file",
                "term,rule,source,target,translation\r\n"
                    + "'-dash,keep,en,es,\r\n"
                    + "brook,translate,en,es,arroyo\r\n");
    assertThat(changed.<Number>at("added")).isEqualTo(1);
    assertThat(editor().get("/api/glossary/file?source=en&target=es").body())
        .contains("en,es,brook,translate,arroyo,false,");
  }

  @Test
  void a_bad_file_says_where_and_changes_nothing() {
    String bad =
        "source,target,term,rule,translation\r\n"
            + "en,es,good,keep,\r\n"
            + "en,es,,keep,\r\n"
            + "en,es,a,often,b\r\n";
    Http.Answer answer =
        editor().with("Content-Type", "text/csv").send("PUT", "/api/glossary/file", bad);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("line 3");
    assertThat(answer.text("violations/1/field")).isEqualTo("line 4");
    assertThat(editor().get("/api/glossary?q=good").<List<?>>at("items")).isEmpty();
    for (String broken : List.of("", "a,b\r\n1,2\r\n", "source,target,term,rule\r\n\"open")) {
      assertThat(
              editor()
                  .with("Content-Type", "text/csv")
                  .send("PUT", "/api/glossary/file", broken)
                  .status())
          .isEqualTo(400);
    }
  }

  private Http.Answer add(String term, String rule, String translation) {
    Http.Answer answer = editor().post("/api/glossary", input(term, rule, translation));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private static Map<String, Object> input(String term, String rule, String translation) {
    Map<String, Object> input = new HashMap<>();
    input.put("source", "en");
    input.put("target", "es");
    input.put("term", term);
    input.put("rule", rule);
    input.put("translation", translation);
    return input;
  }
}
