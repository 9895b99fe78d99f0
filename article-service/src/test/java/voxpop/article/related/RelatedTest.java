package voxpop.article.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import voxpop.article.Shelf;
import voxpop.article.Sql;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class RelatedTest extends ServiceTest {

  @Inject Shelf shelf;
  @Inject Sql sql;

  @Override
  protected Map<String, String> settings() {
    return Shelf.settings();
  }

  /** Each test has the window to itself: what the ones before published is out of the lists. */
  @BeforeEach
  void clear() {
    sql.list("SELECT id FROM article WHERE status = 'PUBLISHED'", row -> Sql.uuid(row, "id"))
        .forEach(shelf::withdrawn);
  }

  private Http.Answer related(UUID article, String query) {
    return http.get("/api/articles/" + article + "/related" + query);
  }

  @SuppressWarnings("unchecked")
  private List<String> ids(UUID article, String query) {
    return ((List<Map<String, Object>>) related(article, query).at("items"))
        .stream().map(item -> (String) item.get("id")).toList();
  }

  private static List<String> texts(UUID... articles) {
    return Stream.of(articles).map(UUID::toString).toList();
  }

  private void soon(UUID article, String query, UUID... expected) {
    await().untilAsserted(() -> assertThat(ids(article, query)).isEqualTo(texts(expected)));
  }

  @SuppressWarnings("unchecked")
  private long told(UUID article) {
    long told = 0;
    String from = "0";
    while (true) {
      var batch = (List<Map<String, Object>>) http.get("/changes?lastEventId=" + from).json();
      if (batch.isEmpty()) {
        return told;
      }
      told += batch.stream().filter(e -> e.get("subject").equals(article + "/related")).count();
      from = (String) batch.getLast().get("id");
    }
  }

  @Test
  void what_is_alike_comes_first_whatever_is_newer() {
    UUID bread = shelf.published("de", "Brot backen", "Sauerteig, Mehl und Geduld im Ofen");
    UUID dough =
        shelf.published("de", "Der Sauerteig", "Mehl und Wasser, dann Geduld: Brot im Ofen");
    UUID cranes = shelf.published("de", "Kraniche", "Vögel am Himmel über dem Moor");
    UUID moor = shelf.published("de", "Das Moor", "Kraniche und Himmel, Wasser und Torf");

    soon(bread, "?limit=1", dough);
    soon(cranes, "?limit=1", moor);
    assertThat(ids(bread, "?limit=3")).hasSize(3).startsWith(dough.toString());
    assertThat(related(bread, "?limit=1").text("items/0/title")).isEqualTo("Der Sauerteig");
  }

  @Test
  void a_common_topic_joins_what_no_word_joins() {
    UUID one = shelf.published("de", "Ampeln", "Rot und grün", "verkehr");
    UUID other = shelf.published("de", "Fahrplan", "Busse nach Norden", "verkehr");
    shelf.published("de", "Suppe", "Kartoffeln");

    soon(one, "?limit=1", other);
  }

  @Test
  void a_new_article_enters_the_lists_of_those_it_is_like_and_tells_of_them() {
    UUID first = shelf.published("en", "Owls at night", "Owls hunt in silence over the field");
    await().until(() -> ids(first, "").isEmpty());
    UUID second = shelf.published("en", "Silence of owls", "How owls hunt over a field at night");

    soon(first, "?limit=1", second);
    await().until(() -> told(first) == 1 && told(second) == 1);
  }

  @Test
  void what_is_withdrawn_is_out_of_all_lists_at_once_and_back_when_it_is_published_again() {
    UUID first = shelf.published("en", "Owls at night", "Owls hunt in silence over the field");
    UUID second = shelf.published("en", "Silence of owls", "How owls hunt over a field at night");
    soon(first, "", second);

    shelf.withdrawn(second);
    assertThat(ids(first, "")).isEmpty();
    assertThat(related(second, "").status()).isEqualTo(410);
  }

  @Test
  void a_few_articles_are_filled_up_with_the_newest() {
    UUID one = shelf.published("en", "Alpha", "Nothing in common");
    UUID two = shelf.published("en", "Beta", "Quite different");
    UUID three = shelf.published("en", "Gamma", "Another thing");

    soon(one, "", three, two);
    soon(three, "", two, one);
  }

  @Test
  void each_language_has_its_own() {
    UUID one = shelf.published("de", "Brot backen", "Sauerteig, Mehl und Geduld");
    UUID two = shelf.published("de", "Sauerteig", "Mehl und Geduld für Brot");
    shelf.translated(one, "en", "Baking bread", "Sourdough, flour and patience");
    soon(one, "?language=en");
    soon(one, "", two);

    shelf.translated(two, "en", "Sourdough", "Flour and patience for bread");
    soon(one, "?language=en", two);
    assertThat(related(one, "?language=en").text("items/0/title")).isEqualTo("Sourdough");
    assertThat(related(one, "?language=fr").status()).isEqualTo(404);
    assertThat(related(UUID.randomUUID(), "").status()).isEqualTo(404);
    assertThat(related(one, "?limit=0").text("violations/0/field")).isEqualTo("limit");
  }

  @Test
  void the_page_shows_them() {
    UUID one = shelf.published("de", "Brot backen", "Sauerteig, Mehl und Geduld");
    UUID two = shelf.published("de", "Sauerteig", "Mehl und Geduld für Brot");
    soon(one, "", two);

    Http.Answer page = http.get("/pages/de/a-" + one);
    assertThat(page.text("page/related/0/article")).isEqualTo(two.toString());
  }
}
