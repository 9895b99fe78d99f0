package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class DeskTest extends WorkshopTest {
  private static final String TEXT = "<p>One. Two <b>big</b> ones. Three.</p>";

  @Test
  void many_are_taken_at_once_and_each_that_cannot_be_holds_up_no_other() {
    UUID article = publish(TEXT);
    Http.Answer desk = desk(article, "es");
    Map<String, Object> one = segment(desk, "One.");
    Map<String, Object> two = segment(desk, "Two <b>big</b> ones.");
    Map<String, Object> three = segment(desk, "Three.");
    put(article, "es", three, "Alguien fue más rápido.", true);
    Http.Answer answer =
        many(
            article,
            item(one.get("id"), one.get("version"), "Uno.", true),
            item(two.get("id"), two.get("version"), "Dos grandes.", true),
            item(three.get("id"), three.get("version"), "Tres.", true),
            item(UUID.randomUUID(), 1, "Nada.", true));
    assertThat(answer.status()).isEqualTo(200);
    List<Map<String, Object>> items = answer.at("items");
    assertThat(items)
        .extracting(item -> item.get("result"))
        .containsExactly("saved", "refused", "conflict", "gone");
    assertThat(answer.text("items/1/violations/0/message")).contains("<b>");
    assertThat(answer.text("items/1/violations/0/code")).isEqualTo("part-missing");
    assertThat(answer.text("items/1/violations/0/parameters/part")).isEqualTo("<b>");
    assertThat(answer.text("items/2/segment/target")).isEqualTo("Alguien fue más rápido.");
    assertThat(segment(desk(article, "es"), "One.")).containsEntry("state", "approved");
    assertThat(many(article).status()).isEqualTo(400);
    assertThat(
            http.as(TestTokens.of(Role.AUTHOR))
                .post(path(article), Map.of("items", List.of(item(one.get("id"), 1, "x", false))))
                .status())
        .isEqualTo(403);
  }

  @Test
  void a_whole_article_is_approved_in_one_call_and_told_once() {
    UUID article = publish(TEXT);
    give(article, "es");
    int before = told(article).size();
    List<Map<String, Object>> items = new ArrayList<>();
    for (Map<String, Object> segment : segments(desk(article, "es"))) {
      items.add(item(segment.get("id"), segment.get("version"), segment.get("source"), true));
    }
    Http.Answer answer = editor().post(path(article), Map.of("items", items));
    assertThat(answer.<List<Map<String, Object>>>at("items"))
        .extracting(item -> item.get("result"))
        .containsOnly("saved");
    assertThat(edition(article, "es").text("html")).isEqualTo(TEXT);
    assertThat(told(article)).hasSize(before + 1);
  }

  @Test
  void what_was_done_last_can_be_taken_back_also_for_readers() {
    UUID article = publish(TEXT);
    give(article, "es");
    Map<String, Object> one = segment(desk(article, "es"), "One.");
    Http.Answer approved = put(article, "es", one, "Mal.", true);
    assertThat(edition(article, "es").text("html")).startsWith("<p>Mal. ");
    Http.Answer undone = undo(article, one, approved.<Integer>at("version"));
    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.text("state")).isEqualTo("approved");
    assertThat(undone.text("target")).isEqualTo("[One.]");
    assertThat(edition(article, "es").text("html")).startsWith("<p>[One.] ");
    assertThat(undo(article, one, undone.<Integer>at("version")).status()).isEqualTo(409);
    assertThat(undo(article, one, 1).status()).isEqualTo(412);
    // an edit that is taken back finds the approval that stood, not the one that was undone
    edit(article, TEXT.replace("One.", "Another."));
    desk(article, "es", answer -> all(answer, "source").contains("Another."));
    edit(article, TEXT);
    Http.Answer desk = desk(article, "es", answer -> all(answer, "source").contains("One."));
    assertThat(segment(desk, "One."))
        .containsEntry("state", "approved")
        .containsEntry("target", "[One.]");
  }

  @Test
  void a_sentence_that_is_said_in_the_one_before_is_so_again_after_an_undo() {
    UUID article = publish("<p>This is one of them. That is two.</p>");
    Map<String, Object> text =
        Map.of("title", "Un título", "format", "text", "body", "Esto es uno y aquello es dos.");
    desk(article, "es");
    Http.Answer whole = editor().put("/api/translations/" + article + "/es/text", text);
    assertThat(whole.<Integer>at("joined")).as(whole.body()).isEqualTo(1);
    Map<String, Object> two = segment(desk(article, "es"), "That is two.");
    Http.Answer own = put(article, "es", two, "Aquello es dos.", true);
    Http.Answer undone = undo(article, two, own.<Integer>at("version"));
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    assertThat(undone.text("state")).isEqualTo("approved");
    assertThat(undone.text("target")).isEmpty();
  }

  @Test
  void undoing_a_first_draft_leaves_nothing() {
    UUID article = publish(TEXT);
    Map<String, Object> one = segment(desk(article, "fr"), "One.");
    Http.Answer draft = put(article, "fr", one, "Un.", false);
    String address = "/api/translations/" + article + "/fr/segments/" + one.get("id");
    Http.Answer undone =
        editor()
            .with("If-Match", "\"" + draft.at("version") + "\"")
            .post(address + "/undo", Map.of());
    assertThat(undone.text("state")).isEqualTo("missing");
    assertThat(editor().get(address).text("state")).isEqualTo("missing");
    Http whatever = editor().with("If-Match", "*");
    assertThat(whatever.put(address, Map.of("text", "Un.")).text("state")).isEqualTo("draft");
    assertThat(whatever.post(address + "/undo", null).text("state")).isEqualTo("missing");
    assertThat(editor().with("If-Match", "W/\"1\"").put(address, Map.of("text", "Un.")).status())
        .isEqualTo(412);
    assertThat(editor().get(address + "0").status()).isEqualTo(400);
  }

  private Http.Answer undo(UUID article, Map<String, Object> segment, int version) {
    return editor()
        .with("If-Match", "\"" + version + "\"")
        .post(path(article) + "/" + segment.get("id") + "/undo", Map.of());
  }

  @SafeVarargs
  private Http.Answer many(UUID article, Map<String, Object>... items) {
    return editor().post(path(article), Map.of("items", List.of(items)));
  }

  private static String path(UUID article) {
    return "/api/translations/" + article + "/es/segments";
  }

  private static Map<String, Object> item(Object id, Object version, Object text, boolean approve) {
    return Map.of("id", id, "version", version, "text", text, "approve", approve);
  }
}
