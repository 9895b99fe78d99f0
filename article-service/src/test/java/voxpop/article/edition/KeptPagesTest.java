package voxpop.article.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.article.Shelf;
import voxpop.article.Sql;
import voxpop.kit.feed.Changes;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;

/**
 * A page that is kept is as true as one that is made anew. Whatever changes here is changed in the
 * database, as another instance does it: nothing tells this one.
 */
@MicronautTest(transactional = false)
class KeptPagesTest extends ServiceTest {
  private static final int REWRITTEN = 120;
  private static final int READERS = 4;

  @Inject Shelf shelf;
  @Inject Sql sql;
  @Inject Changes changes;
  @Inject TransactionOperations<Connection> transactions;

  private UUID article;
  private List<UUID> alike;

  @Override
  protected Map<String, String> settings() {
    var settings = new java.util.HashMap<>(Shelf.settings());
    // what is like what is written here by hand, and nobody gives changes their positions
    settings.put("voxpop.feed.reading", "false");
    return settings;
  }

  /** One article, kept, with five that are like it, of which a page shows four. */
  @BeforeEach
  void publish() {
    article = shelf.published("de", "Brot", "Sauerteig", "brot");
    alike = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      alike.add(shelf.published("de", "Brot " + i, "Mehl", "mehl"));
      relate(i, alike.get(i));
    }
    assertThat(page("title")).isEqualTo("Brot");
    assertThat(page("related/3/title")).isEqualTo("Brot 3");
  }

  private void relate(int position, UUID other) {
    change(
        "related",
        article + "/related",
        "INSERT INTO related (article_id, language, position, other_id) VALUES (?, 'de', ?, ?)",
        article,
        position,
        other);
  }

  private void change(String type, String subject, String statement, Object... parameters) {
    transactions.executeWrite(
        status -> {
          sql.update(statement, parameters);
          changes.record("voxpop." + type, subject, Map.of());
          return true;
        });
  }

  private Http.Answer page() {
    return http.get("/pages/de/a-" + article);
  }

  private String page(String path) {
    return page().text("page/" + path);
  }

  /** Which gives positions to all that is committed. */
  private void tellAll() {
    assertThat(http.get("/changes?timeout=0&lastEventId=latest").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_another_instance_changes_is_on_it_at_once(boolean told) {
    shelf.rewritten(article, "de", "Brot backen", "Mehl und Wasser");
    if (told) tellAll();
    assertThat(page("title")).isEqualTo("Brot backen");
    assertThat(page("html")).isEqualTo("<p>Mehl und Wasser</p>");

    shelf.rewritten(alike.get(1), "de", "Brot kaufen", "Geld");
    if (told) tellAll();
    assertThat(page("related/1/title")).isEqualTo("Brot kaufen");

    shelf.translated(article, "en", "Bread", "Flour");
    if (told) tellAll();
    assertThat(page("editions/1/title")).isEqualTo("Bread");

    shelf.withdrawn(alike.getFirst());
    if (told) tellAll();
    assertThat(page("related/0/title")).isEqualTo("Brot kaufen");
    assertThat(page("related/3/title")).isEqualTo("Brot 4");

    shelf.withdrawn(article);
    if (told) tellAll();
    assertThat(page().text("state")).isEqualTo("gone");
  }

  @Test
  void what_was_looked_at_in_vain_is_on_it_once_it_is_there() {
    shelf.withdrawn(alike.getFirst());
    assertThat(page("related/0/title")).isEqualTo("Brot 1");
    change(
        "article",
        alike.getFirst().toString(),
        "UPDATE edition SET visible = TRUE, listed = TRUE WHERE article_id = ?",
        alike.getFirst());
    assertThat(page("related/0/title")).isEqualTo("Brot 0");
  }

  @Test
  void names_are_those_of_now() {
    change("author", "some-author", "UPDATE author SET display_name = 'Rosa'");
    assertThat(page("author/displayName")).isEqualTo("Rosa");
    change("wording", "some-topic", "UPDATE topic SET slug = 'laib' WHERE slug = 'brot'");
    assertThat(page("topics/0/slug")).isEqualTo("laib");
    var languages =
        sql.one("SELECT languages FROM site", row -> row.getString("languages")).orElseThrow();
    change("site", "site", "UPDATE site SET languages = 'en'");
    assertThat(page().<List<?>>at("page/editions")).isEmpty();
    change("site", "site", "UPDATE site SET languages = ?", languages);
    assertThat(page().<List<?>>at("page/editions")).hasSize(1);
  }

  @Test
  void counts_are_those_of_now_before_the_feed_tells_of_them_and_after() {
    for (int readers = 1; readers < 4; readers++) {
      for (UUID one : List.of(article, alike.get(2))) recommend(one, readers);
      if (readers == 2) told(article);
      if (readers == 2) told(alike.get(2));
      assertThat(page("recommendations")).isEqualTo(Integer.toString(readers));
      assertThat(page("related/2/recommendations")).isEqualTo(Integer.toString(readers));
    }
  }

  /** As recommending leaves the count. */
  private void recommend(UUID one, int slot) {
    sql.update(
        "INSERT INTO recommendation_count (article_id, slot, readers, untold) VALUES (?, ?, 1,"
            + " TRUE)",
        one,
        slot);
  }

  private void told(UUID one) {
    change(
        "recommendations",
        one + "/recommendations",
        "UPDATE recommendation_count SET untold = FALSE WHERE article_id = ?",
        one);
  }

  @Test
  void where_the_newest_fill_up_a_newer_one_is_on_it_at_once() {
    var alone = shelf.published("fr", "Pain", "Farine");
    shelf.published("fr", "Eau", "Source");
    assertThat(http.get("/pages/fr/a-" + alone).text("page/related/0/title")).isEqualTo("Eau");
    shelf.published("fr", "Sel", "Mer");
    assertThat(http.get("/pages/fr/a-" + alone).text("page/related/0/title")).isEqualTo("Sel");
  }

  @Test
  void nobody_gets_anything_older_than_what_was_committed_when_they_asked() throws Exception {
    var committed = new AtomicInteger();
    var ended = new AtomicInteger();
    shelf.rewritten(article, "de", "Brot", "0");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var readers = new ArrayList<Future<List<String>>>();
      for (int i = 0; i < READERS; i++) {
        readers.add(
            threads.submit(
                () -> {
                  var old = new ArrayList<String>();
                  while (ended.get() == 0) {
                    int least = committed.get();
                    int shown = Integer.parseInt(page("html").replaceAll("\\D", ""));
                    if (shown < least) old.add(shown + " instead of " + least);
                  }
                  return old;
                }));
      }
      for (int i = 1; i <= REWRITTEN; i++) {
        shelf.rewritten(article, "de", "Brot", Integer.toString(i));
        committed.set(i);
        if (i % 3 == 0) tellAll();
      }
      ended.set(1);
      for (var reader : readers) assertThat(reader.get()).isEmpty();
    }
  }
}
