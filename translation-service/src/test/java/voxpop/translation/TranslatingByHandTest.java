package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class TranslatingByHandTest extends WorkshopTest {
  @Test
  void from_the_first_publication_on_every_site_language_has_all_segments_title_first() {
    UUID article = publish("<p>One. Two <b>big</b> ones.</p>");
    for (String language : List.of("de", "es", "fr", "ar")) {
      Http.Answer desk = desk(article, language);
      assertThat(all(desk, "source")).containsExactly("A title", "One.", "Two <b>big</b> ones.");
      assertThat(all(desk, "state")).containsOnly("missing");
      assertThat(desk.text("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    }
    Http.Answer overview = http.get("/api/translations/" + article);
    assertThat(overview.<List<?>>at("items")).hasSize(4);
    assertThat(overview.<Number>at("items/0/shares/missing").doubleValue()).isEqualTo(1);
  }

  @Test
  void an_article_that_is_not_published_or_a_language_that_the_site_lacks_is_not_found() {
    UUID article = publish("<p>One.</p>");
    desk(article, "es");
    assertThat(editor().get("/api/translations/" + UUID.randomUUID() + "/es").status())
        .isEqualTo(404);
    assertThat(editor().get("/api/translations/" + article + "/fi").status()).isEqualTo(404);
    assertThat(editor().get("/api/translations/" + article + "/en").status()).isEqualTo(404);
    assertThat(editor().get("/api/translations/nonsense/es").status()).isEqualTo(400);
    assertThat(editor().get("/api/translations/" + article + "/%C3%BC").status()).isEqualTo(404);
    assertThat(edition(article, "%C3%BC").status()).isEqualTo(404);
    String odd = "/api/translations?after=" + article + ".%C3%BC";
    assertThat(editor().get(odd).status()).isEqualTo(200);
  }

  @Test
  void only_who_translates_into_a_language_may_write_in_it() {
    UUID article = publish("<p>One.</p>");
    Map<String, Object> segment = segments(desk(article, "es")).getFirst();
    String path = "/api/translations/" + article + "/es/segments/" + segment.get("id");
    Map<String, Object> text = Map.of("text", "Un título");
    Http calm = http.with("If-Match", "\"1\"");
    assertThat(calm.put(path, text).status()).isEqualTo(401);
    assertThat(calm.as(TestTokens.of(Role.AUTHOR)).put(path, text).status()).isEqualTo(403);
    String french = TestTokens.of(UUID.randomUUID(), List.of("fr"), Role.TRANSLATOR);
    assertThat(calm.as(french).put(path, text).status()).isEqualTo(403);
    String spanish = TestTokens.of(UUID.randomUUID(), List.of("es"), Role.TRANSLATOR);
    assertThat(calm.as(spanish).put(path, text).status()).isEqualTo(200);
  }

  @Test
  void two_translators_lose_nothing_of_each_other() {
    UUID article = publish("<p>One.</p>");
    Map<String, Object> segment = segment(desk(article, "es"), "One.");
    Http.Answer first = put(article, "es", segment, "Uno.", false);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("state")).isEqualTo("draft");
    assertThat(first.header("ETag")).isNotEqualTo("\"" + segment.get("version") + "\"");
    assertThat(put(article, "es", segment, "Una.", true).status()).isEqualTo(412);
    String path = "/api/translations/" + article + "/es/segments/" + segment.get("id");
    assertThat(editor().put(path, Map.of("text", "Una.")).status()).isEqualTo(428);
    Map<String, Object> fresh = segment(desk(article, "es"), "One.");
    assertThat(put(article, "es", fresh, "Una.", true).text("state")).isEqualTo("approved");
  }

  @Test
  void a_text_that_breaks_the_markup_contract_is_refused_with_the_reason() {
    UUID article =
        publish(
            "<p>See <a href=\"https://a.example/\">this</a> and run <code>ls -l</code> 3"
                + " times.</p>");
    Map<String, Object> segment = segments(desk(article, "es")).get(1);
    String good =
        "Mira <a href=\"https://a.example/\">esto</a> y corre <code>ls -l</code> 3 veces.";
    for (String bad :
        List.of(
            good.replace("a.example", "b.example"),
            good.replace("ls -l", "ls -a"),
            good.replace("3", "4"),
            good.replace("<code>", "").replace("</code>", ""),
            good + "<script>alert(1)</script>",
            good + "<x-unheard-of>ya</x-unheard-of>",
            "  ")) {
      Http.Answer answer = put(article, "es", segment, bad, true);
      assertThat(answer.status()).as(bad).isEqualTo(400);
      assertThat(answer.text("violations/0/field")).isEqualTo("text");
      assertThat(answer.text("violations/0/message")).isNotBlank();
    }
    assertThat(put(article, "es", segment, good, true).status()).isEqualTo(200);
  }

  @Test
  void what_a_tag_carries_for_browsers_is_not_the_translators_business() {
    UUID article =
        publish(
            "<p>See <a href=\"https://a.example/\" rel=\"external noopener\">this</a> now.</p>");
    Map<String, Object> segment = segments(desk(article, "es")).get(1);
    assertThat(segment).containsEntry("source", "See <a href=\"https://a.example/\">this</a> now.");
    String text = "Mira <a href=\"https://a.example/\">esto</a> ahora.";
    assertThat(put(article, "es", segment, text, true).text("target")).isEqualTo(text);
    put(article, "es", segments(desk(article, "es")).getFirst(), "Un título", true);
    publication(article, "es", Map.of());
    assertThat(edition(article, "es").text("html"))
        .contains("<a href=\"https://a.example/\" rel=\"external noopener\">esto</a>");
    segment = segments(desk(article, "es")).get(1);
    String evil = text.replace("<a ", "<a onclick=\"x()\" ");
    put(article, "es", segment, evil, true);
    assertThat(edition(article, "es").text("html")).doesNotContain("onclick");
  }

  @Test
  void publishing_makes_an_edition_and_says_so() {
    UUID article = publish("<p>One. <b>Two</b> & three.</p><ul><li>Four</li></ul>");
    desk(article, "es");
    assertThat(publication(article, "es", Map.of()).status()).isEqualTo(409);
    assertThat(edition(article, "es").status()).isEqualTo(404);
    approveAll(article, "es", source -> source.replace("One", "Uno").replace("Four", "Cuatro"));
    Http.Answer published = publication(article, "es", Map.of("slug", "mi-articulo"));
    assertThat(published.status()).isEqualTo(200);
    Http.Answer edition = edition(article, "es");
    assertThat(edition.text("html"))
        .isEqualTo("<p>Uno. <b>Two</b> &amp; three.</p>\n<ul><li>Cuatro</li>\n</ul>");
    assertThat(edition.text("title")).isEqualTo("A title");
    assertThat(edition.text("slug")).isEqualTo("mi-articulo");
    assertThat(edition.text("origin")).isEqualTo("human");
    assertThat(edition.text("status")).isEqualTo("current");
    assertThat(edition.<Number>at("sourceRevision")).isEqualTo(1);
    assertThat(told(article)).hasSize(1);
    assertThat(told(article).getFirst()).containsEntry("subject", article + "/es");
  }

  @Test
  void a_slug_without_a_letter_or_digit_is_refused() {
    UUID article = publish("<p>One.</p>");
    desk(article, "es");
    Http.Answer answer = publication(article, "es", Map.of("slug", "!!!"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("slug");
  }

  @Test
  void an_edition_that_is_taken_back_is_gone_and_can_come_again() {
    UUID article = publish("<p>One.</p>");
    give(article, "es");
    assertThat(editor().delete("/api/translations/" + article + "/es/publication").status())
        .isEqualTo(204);
    assertThat(edition(article, "es").status()).isEqualTo(404);
    assertThat(told(article).getLast()).containsEntry("method", "DELETE");
    assertThat(publication(article, "es", Map.of()).status()).isEqualTo(200);
    assertThat(edition(article, "es").text("html")).isEqualTo("<p>[One.]</p>");
  }

  @Test
  void a_preview_shows_drafts_and_leaves_out_what_is_missing() {
    UUID article = publish("<p>One. Two.</p>");
    put(article, "es", segment(desk(article, "es"), "Two."), "Dos.", false);
    Http.Answer preview = editor().get("/api/translations/" + article + "/es/preview");
    assertThat(preview.text("html")).isEqualTo("<p>Dos.</p>");
    assertThat(edition(article, "es").status()).isEqualTo(404);
  }

  @Test
  void what_there_is_to_do_is_listed_newest_first_for_ones_own_languages() {
    UUID first = articles.publish(Ids.next(), "en", "First", "<p>One.</p>");
    UUID second = articles.publish(Ids.next(), "en", "Second", "<p>One.</p>");
    desk(second, "ar");
    Http translator =
        http.as(TestTokens.of(UUID.randomUUID(), List.of("ar", "es"), Role.TRANSLATOR));
    Http.Answer list = translator.get("/api/translations?limit=3");
    assertThat(list.text("items/0/article")).isEqualTo(second.toString());
    assertThat(list.text("items/0/language")).isEqualTo("ar");
    assertThat(list.text("items/1/language")).isEqualTo("es");
    assertThat(list.text("items/2/article")).isEqualTo(first.toString());
    assertThat(list.<Number>at("items/0/counts/missing")).isEqualTo(2);
    Http.Answer next = translator.get("/api/translations?limit=3&after=" + list.text("next"));
    assertThat(next.text("items/0/article")).isEqualTo(first.toString());
    assertThat(next.text("items/0/language")).isEqualTo("es");
    approveAll(second, "ar", source -> source);
    list = translator.get("/api/translations?language=ar&limit=1");
    assertThat(list.text("items/0/article")).isEqualTo(first.toString());
    assertThat(translator.get("/api/translations?state=stale&language=ar").<List<?>>at("items"))
        .isEmpty();
    assertThat(translator.get("/api/translations?state=odd").status()).isEqualTo(400);
    assertThat(http.get("/api/translations").status()).isEqualTo(401);
  }

  @Test
  void approving_another_text_of_a_published_edition_reaches_readers_at_once() {
    UUID article = publish("<p>One. Two.</p>");
    give(article, "es");
    put(article, "es", segment(desk(article, "es"), "Two."), "Nearly.", false);
    assertThat(edition(article, "es").text("html")).isEqualTo("<p>[One.] [Two.]</p>");
    put(article, "es", segment(desk(article, "es"), "Two."), "Dos.", true);
    assertThat(edition(article, "es").text("html")).isEqualTo("<p>[One.] Dos.</p>");
  }
}
