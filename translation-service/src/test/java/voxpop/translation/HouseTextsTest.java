package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;

/** What the house itself says goes the same way as articles do. */
@MicronautTest(transactional = false)
class HouseTextsTest extends WorkshopTest {

  @Test
  void a_topic_is_translated_staled_and_approved_as_an_article_is() {
    UUID topic = Ids.next();
    articles.say(topic, "topic", "en", "Bridges", true, "<p>What joins banks. And people.</p>");
    Http.Answer desk = desk(topic, "es");
    assertThat(desk.text("kind")).isEqualTo("topic");
    assertThat(all(desk, "source")).containsExactly("Bridges", "What joins banks.", "And people.");
    give(topic, "es");
    assertThat(edition(topic, "es").text("title")).isEqualTo("[Bridges]");
    articles.say(topic, "topic", "en", "Bridges and fords", true, "<p>What joins banks.</p>");
    Http.Answer stale = desk(topic, "es", answer -> all(answer, "state").contains("stale"));
    assertThat(all(stale, "state")).containsExactly("stale", "approved");
    assertThat(edition(topic, "es").text("title")).isEqualTo("[Bridges]");
    assertThat(edition(topic, "es").text("status")).isEqualTo("stale");
    assertThat(edition(topic, "es").text("html")).isEqualTo("<p>[What joins banks.]</p>");
    put(topic, "es", segment(stale, "Bridges and fords"), "Puentes y vados", true);
    assertThat(edition(topic, "es").text("title")).isEqualTo("Puentes y vados");
    assertThat(edition(topic, "es").text("status")).isEqualTo("current");
    assertThat(told(topic)).isNotEmpty();
  }

  @Test
  void a_person_is_named_to_translators_and_their_name_is_not_translated() {
    UUID note = Ids.next();
    articles.say(note, "note", "en", "Ada Example", false, "<p>Lives by the river.</p>");
    Http.Answer desk = desk(note, "fr");
    assertThat(desk.text("title")).isEqualTo("Ada Example");
    assertThat(all(desk, "source")).containsExactly("Lives by the river.");
    give(note, "fr");
    assertThat(edition(note, "fr").text("html")).isEqualTo("<p>[Lives by the river.]</p>");
    assertThat(edition(note, "fr").text("title")).isEmpty();
  }

  @Test
  void blocks_keep_their_names_in_every_language() {
    UUID menu = Ids.next();
    articles.say(
        menu,
        "menu",
        "en",
        "Menu",
        false,
        "<ul><li id=\"a\">About</li><li id=\"b\">Help</li></ul>");
    give(menu, "de");
    assertThat(edition(menu, "de").text("html"))
        .contains("<li id=\"a\">[About]</li>", "<li id=\"b\">[Help]</li>");
  }

  @Test
  void the_list_says_what_each_is_and_forgets_what_is_said_no_more() {
    UUID series = Ids.next();
    articles.say(series, "series", "en", "A year by the river", true, "");
    desk(series, "ar");
    assertThat(listed(series)).containsEntry("kind", "series").containsEntry("language", "ar");
    UUID article = publish("<p>One.</p>");
    desk(article, "ar");
    assertThat(listed(article)).containsEntry("kind", "post");
    give(series, "ar");
    articles.forget(series);
    await().atMost(Duration.ofSeconds(60)).until(() -> edition(series, "ar").status() == 404);
    assertThat(editor().get("/api/translations/" + series + "/ar").status()).isEqualTo(404);
  }

  private Map<String, Object> listed(UUID id) {
    List<Map<String, Object>> items =
        editor().get("/api/translations?language=ar&limit=100").at("items");
    return items.stream()
        .filter(item -> item.get("article").equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }
}
