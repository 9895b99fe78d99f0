package voxpop.article.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.article.ArticleServiceTest;
import voxpop.article.Sql;
import voxpop.kit.id.Ids;

/** Nothing that readers ask for reads more of the database than it shows, however much there is. */
@MicronautTest(transactional = false)
class RowsReadTest extends ArticleServiceTest {

  private static final int ARTICLES = 5000;

  /**
   * For a list of 20: four tables joined and looked up, and what the feed and the clock read
   * meanwhile.
   */
  private static final long MOST_ROWS = 600;

  private static final String DIGITS =
      "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
          + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";

  private static final String NUMBERS =
      "(SELECT t.d * 1000 + h.d * 100 + z.d * 10 + e.d AS n FROM "
          + (DIGITS
              + " t, "
              + DIGITS
              + " h, "
              + DIGITS
              + " z, "
              + DIGITS
              + " e) numbers WHERE n < "
              + ARTICLES);

  private static final String DAY = "TIMESTAMPADD(MINUTE, n, '2020-01-01 00:00:00')";

  @Inject Sql sql;

  @BeforeAll
  void fill() {
    UUID author = sql.list("SELECT id FROM author", row -> Sql.uuid(row, "id")).getFirst();
    UUID topic = Ids.next();
    sql.update(
        "INSERT INTO topic (id, slug, language, created_at) VALUES (?, 'wald', 'de', ?)",
        topic,
        Instant.now());
    sql.update("INSERT INTO topic_name (topic_id, language, name) VALUES (?, 'de', 'Wald')", topic);
    sql.update(
        "INSERT INTO article SELECT UNHEX(LPAD(HEX(n + 1), 32, '0')), 'POST', 'de', ?, 'PUBLISHED',"
            + " 'OPEN', 1, 1, FALSE, NULL, "
            + DAY
            + ", 1, "
            + DAY
            + ", "
            + DAY
            + " FROM "
            + NUMBERS,
        author);
    for (var language : new String[] {"de", "en"}) {
      sql.update(
          "INSERT INTO edition SELECT UNHEX(LPAD(HEX(n + 1), 32, '0')), ?, CONCAT('s-', n),"
              + " 'Titel', 'Kurz', '<p>Text</p>', IF(? = 'de', 'ORIGINAL', 'HUMAN'), 'CURRENT', 1,"
              + " 1, NULL, ?, FALSE, TRUE, TRUE, "
              + DAY
              + ", "
              + DAY
              + " FROM "
              + NUMBERS,
          language,
          language,
          author);
    }
    sql.update("INSERT INTO slug SELECT language, slug, article_id, published_at FROM edition");
    sql.update("INSERT INTO article_topic SELECT id, 0, ? FROM article", topic);
    sql.update(
        "INSERT INTO edition_topic SELECT ?, language, published_at, article_id FROM edition",
        topic);
    for (var table :
        new String[] {"article", "edition", "slug", "article_topic", "edition_topic"}) {
      sql.list("ANALYZE TABLE " + table, row -> row.getString(1));
    }
  }

  @Test
  void a_writers_desk_reads_what_it_shows() {
    sql.update(
        "INSERT INTO revision SELECT id, 1, author_id, 'Titel', NULL, NULL, '', 'HTML', '', '',"
            + " created_at FROM article");
    var desk = anna();
    desk.get("/api/articles?mine=true");
    for (var query : new String[] {"mine=true", "status=published", "mine=false"}) {
      var rows = askingItself() + status("Handler_read%");
      assertThat(desk.get("/api/articles?" + query).<List<?>>at("items")).hasSize(20);
      assertThat(status("Handler_read%") - rows).as(query).isLessThan(MOST_ROWS);
    }
  }

  private long status(String pattern) {
    return sql.list("SHOW GLOBAL STATUS LIKE '" + pattern + "'", row -> row.getLong(2)).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** On MySQL the counters are a table of some 500 rows. */
  private long askingItself() {
    var before = status("Handler_read%");
    return status("Handler_read%") - before;
  }

  private void readsLittle(String path) {
    http.get(path);
    var rows = askingItself() + status("Handler_read%");
    var sorted = status("Sort_rows");
    var answer = http.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(status("Handler_read%") - rows).as("rows read for " + path).isLessThan(MOST_ROWS);
    assertThat(status("Sort_rows") - sorted).as("rows sorted for " + path).isLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/articles",
        "/api/articles?language=de",
        "/api/articles?topic=wald",
        "/api/articles?language=en&topic=wald",
        "/api/articles?author=anna-blau",
        "/api/articles?language=de&author=anna-blau",
        "/listings/de",
        "/listings/de?topic=wald",
        "/listings/en?author=anna-blau",
      })
  void a_list_reads_what_it_shows(String path) {
    readsLittle(path);
    var deep = new Cursor(Instant.parse("2020-01-02T00:00:00Z"), new UUID(0, 1440), "de").text();
    readsLittle(path + (path.contains("?") ? "&" : "?") + "after=" + deep);
  }

  @Test
  void a_page_reads_what_it_shows() {
    readsLittle("/pages/de/s-2500");
    readsLittle("/api/articles/by-slug/en/s-4999");
    readsLittle("/api/articles/" + new UUID(0, 17));
    readsLittle("/api/topics?language=de");
  }
}
