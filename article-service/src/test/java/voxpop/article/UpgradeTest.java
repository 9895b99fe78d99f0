package voxpop.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.Release;
import voxpop.kit.test.TestTokens;

/** Today's article-service on the database that the release before left. */
@MicronautTest(transactional = false)
class UpgradeTest extends ArticleServiceTest {
  private static final String LIBRARIES = "01a20852-465b-7896-939e-4302dae01965";

  @Inject Sql sql;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.putAll(Release.before());
    return settings;
  }

  @Test
  void no_migration_since_breaks_the_release_before() {
    assertThat(Release.brokenBySince()).isEmpty();
  }

  @Test
  void articles_editions_and_addresses_are_read_as_before() {
    Http.Answer original = http.get("/api/articles/" + LIBRARIES);
    assertThat(original.status()).isEqualTo(200);
    assertThat(original.text("title")).isEqualTo("Las bibliotecas pequeñas");
    assertThat(original.text("originalLanguage")).isEqualTo("es");
    assertThat(original.<List<?>>at("editions")).hasSize(2);
    Http.Answer page = http.get("/pages/en/small-libraries");
    assertThat(page.text("state")).isEqualTo("found");
    assertThat(page.text("page/html"))
        .contains("The library in my part of town fits into one room.");
    assertThat(page.text("page/origin")).isEqualTo("human");
    assertThat(http.get("/api/articles?language=de&limit=100").<List<?>>at("items"))
        .hasSizeGreaterThan(5);
    assertThat(http.get("/api/topics?language=de").<List<?>>at("items")).isNotEmpty();
    assertThat(http.get("/site").text("name")).isEqualTo("Voxpop");
  }

  @Test
  void topics_and_notes_that_nobody_could_translate_go_to_the_translators_each_once() {
    List<UUID> topics = sql.list("SELECT id FROM topic", row -> Sql.uuid(row, "id"));
    List<UUID> authors =
        sql.list("SELECT id FROM author WHERE note > ''", row -> Sql.uuid(row, "id"));
    assertThat(topics).isNotEmpty();
    assertThat(authors).isNotEmpty();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(told("topic")).containsExactlyInAnyOrderElementsOf(topics);
              assertThat(told("note")).containsExactlyInAnyOrderElementsOf(authors);
            });
    Http.Answer source = http.get("/sources/" + topics.getFirst());
    assertThat(source.text("kind")).isEqualTo("topic");
    assertThat(source.text("title")).isNotBlank();
    assertThat(http.get("/sources/" + authors.getFirst()).text("html")).startsWith("<p>");
  }

  /** What is said anew to who translates, of a kind. */
  private List<UUID> told(String kind) {
    return sql.list(
        "SELECT subject FROM feed_change WHERE type = 'voxpop.wording' AND data LIKE ?",
        row -> UUID.fromString(row.getString("subject")),
        "%\"kind\":\"" + kind + "\"%");
  }

  @Test
  void counts_go_on_from_where_they_were_and_writers_write() {
    Http reader = http.reader("new-" + UUID.randomUUID()).with("Voxpop-Network", "office");
    String way = "/api/articles/" + LIBRARIES + "/recommendation";
    int before = reader.get(way).at("count");
    assertThat(reader.put(way, null).<Integer>at("count")).isEqualTo(before + 1);
    assertThat(before).isPositive();
    Http editor = http.as(TestTokens.of(Role.ADMINISTRATOR));
    Http.Answer read = editor.get("/api/articles/" + LIBRARIES);
    Map<String, Object> text = draft("es", "Las bibliotecas pequeñas", "Una frase nueva.");
    Http.Answer changed =
        editor.with("If-Match", read.header("ETag")).put("/api/articles/" + LIBRARIES, text);
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(http.get("/api/media/01a20852-4bb1-7d63-9dd4-7445685a3a5c").text("width"))
        .isEqualTo("1600");
  }
}
