package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class NewLanguageTest extends WorkshopTest {
  @Test
  void a_language_that_the_site_gets_later_has_all_articles_to_do_at_once() {
    UUID first = publish("<p>One.</p>");
    UUID second = publish("<p>Two.</p>");
    desk(second, "es");
    assertThat(toDo("fi")).isEmpty();
    articles.languages("de", "en", "es", "fr", "ar", "fi");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> toDo("fi"), found -> found.containsAll(List.of(first, second)));
    assertThat(toDo("en")).isEmpty();
  }

  private List<UUID> toDo(String language) {
    List<Map<String, Object>> items =
        editor().get("/api/translations?language=" + language).at("items");
    return items.stream().map(item -> UUID.fromString(item.get("article").toString())).toList();
  }
}
