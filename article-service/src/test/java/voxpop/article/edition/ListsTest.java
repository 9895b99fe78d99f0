package voxpop.article.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;

@MicronautTest(transactional = false)
class ListsTest extends ArticleServiceTest {

  private String about(String title, String language, String... topics) {
    var draft = draft(language, title, "Text von " + title + ".");
    draft.put("topics", List.of(topics));
    return published(draft).text("id");
  }

  private List<String> ids(String path) {
    List<Map<String, Object>> items = http.get(path).at("items");
    return items.stream().map(item -> item.get("id").toString()).toList();
  }

  @Test
  void a_list_is_walked_to_its_end_newest_first_each_once() {
    var written = new ArrayList<String>();
    for (var i = 0; i < 7; i++) written.addFirst(about("Lauf " + i, "fi"));
    var seen = new ArrayList<String>();
    var next = "/api/articles?language=fi&limit=3";
    for (var pages = 0; next != null && pages < 10; pages++) {
      var answer = http.get(next);
      List<Map<String, Object>> items = answer.at("items");
      items.forEach(item -> seen.add(item.get("id").toString()));
      var link = answer.header("Link");
      assertThat(link == null).isEqualTo(answer.at("next") == null);
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).isEqualTo(written);
  }

  @Test
  void without_a_language_all_are_listed_and_pages_never() {
    var german = about("Alle eins", "de");
    var english = about("All two", "en");
    var imprint = draft("de", "Impressum", "Wir.");
    imprint.put("kind", "page");
    var page = published(imprint).text("id");
    assertThat(ids("/api/articles?limit=100")).contains(german, english).doesNotContain(page);
    assertThat(ids("/api/articles?language=en&limit=100")).contains(english).doesNotContain(german);
    assertThat(http.get("/pages/de/impressum").text("page/kind")).isEqualTo("page");
  }

  @Test
  void a_topic_has_one_address_and_its_list_in_each_language() {
    var one = about("Wald eins", "de", "Natur & Umwelt", "Wald");
    var two = about("Wald zwei", "de", "Wald");
    var three = about("Woods", "en", "wald");
    var listing = http.get("/listings/de?topic=wald");
    assertThat(listing.text("kind")).isEqualTo("topic");
    assertThat(listing.text("title")).isEqualTo("Wald");
    assertThat(ids("/listings/de?topic=wald")).containsExactly(two, one);
    assertThat(ids("/api/articles?language=en&topic=wald")).containsExactly(three);
    assertThat(ids("/api/articles?topic=wald")).containsExactly(three, two, one);
    assertThat(listing.text("alternates")).contains("/en/topic/wald").doesNotContain("/fr/");
    assertThat(http.get("/pages/de/wald-eins").text("page/topics"))
        .contains("natur-umwelt", "Natur & Umwelt");
    assertThat(http.get("/api/topics?language=de").body()).contains("\"name\":\"Wald\"");
    assertThat(http.get("/listings/de?topic=nichts").status()).isEqualTo(404);
    assertThat(http.get("/listings/xx").status()).isEqualTo(404);
    anna().delete("/api/articles/" + two + "/publication");
    assertThat(ids("/listings/de?topic=wald")).containsExactly(one);
  }

  @Test
  void an_authors_list_has_only_theirs() {
    var nina = person("nina", "author");
    var id = nina.post("/api/articles", draft("tr", "Işık", "Metin.")).text("id");
    nina.put("/api/articles/" + id + "/publication", Map.of());
    about("Gölge", "tr");
    var listing = http.get("/listings/tr?author=nina");
    assertThat(listing.text("kind")).isEqualTo("author");
    assertThat(listing.text("title")).isEqualTo("nina");
    assertThat(ids("/listings/tr?author=nina")).containsExactly(id);
    assertThat(ids("/api/articles?author=nina")).containsExactly(id);
    assertThat(http.get("/listings/tr?author=niemand").status()).isEqualTo(404);
  }

  @Test
  void the_sitemap_has_what_is_published() {
    var id = about("Landkarte", "de");
    assertThat(http.get("/sitemap").text("items")).contains(id, "path=/de/landkarte");
    anna().delete("/api/articles/" + id + "/publication");
    assertThat(http.get("/sitemap").text("items")).doesNotContain(id);
  }
}
