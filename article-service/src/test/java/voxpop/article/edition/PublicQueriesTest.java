package voxpop.article.edition;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.article.Sql;
import voxpop.kit.test.Costs;
import voxpop.kit.test.Http;
import voxpop.kit.test.Statements;
import voxpop.kit.test.TestDatabase;

/**
 * Whatever anybody may ask without an account is answered by ranges of indexes, nothing is sorted
 * or piled up for it, and it reads as much of a large database as of a small one. The statements
 * are those that the program sends.
 */
@MicronautTest(transactional = false)
class PublicQueriesTest extends ArticleServiceTest {
  /** Enough that each list goes on beyond its first page, the sitemap's too. */
  private static final int FEW = 1500;

  private static final int MANY = 6000;

  /**
   * For a page or a list of 20: the editions, each with its article, author, topic, topic's two
   * names and count; two languages of each where a feed names both.
   */
  private static final long MOST_ROWS = 500;

  /** The sitemap's 2,000 editions, each read once. */
  private static final long MOST_ROWS_OF_A_SITEMAP = 2100;

  /** A later list has more neighbours at its ends; a key may be split over two pages of a tree. */
  private static final long SLACK = 6;

  /**
   * The edition, the article's other ones, what is like it, and of all of these topics and counts;
   * the series.
   */
  private static final int MOST_QUESTIONS = 6;

  /** Needs an account, or belongs to other programs of the house alone. */
  private static final Set<String> NOT_FOR_STRANGERS =
      Set.of(
          "GET /api/authors",
          "GET /api/media",
          "GET /api/sessions",
          "GET /api/articles/{id}/draft",
          "GET /api/articles/{id}/revisions",
          "GET /api/articles/{id}/revisions/{number}",
          "GET /api/authors/{author}/preferences",
          "GET /translators",
          "GET /sources/{article}");

  /** Reads nothing of the database. */
  private static final Set<String> ELSEWHERE = Set.of("GET /.well-known/jwks.json");

  private static final String OURS = "voxpop.article.";
  private static final UUID ARTICLE = Library.id(1200);
  private static final String DEEP =
      new Cursor(Instant.parse("2020-01-01T20:00:00Z"), ARTICLE, "de").text();

  private record Way(String route, String path, int status) {
    String method() {
      return route.substring(0, route.indexOf(' '));
    }
  }

  @Inject Sql sql;
  @Inject Router router;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.putAll(Statements.audible(TestDatabase.get().freshSchema()));
    return settings;
  }

  /**
   * @param time 0 or 1: pictures and pages are others then, for those that were asked for are kept
   */
  private static List<Way> ways(int time) {
    UUID picture = Library.id(1 + time);
    List<Way> ways = new ArrayList<>();
    String page = "GET /pages/{language}/{slug}";
    ways.add(new Way(page, "/pages/de/s-" + (1200 + time), 200));
    ways.add(new Way(page, "/pages/en/s-" + (3 - time), 200));
    ways.add(new Way(page, "/pages/de/old-1200", 200));
    ways.add(new Way(page, "/pages/de/nothing", 404));
    String listing = "GET /listings/{language}";
    String list = "GET /api/articles";
    for (var after : new String[] {"", "&after=" + DEEP}) {
      for (var of : new String[] {"", "&topic=wald-3", "&author=anna-blau", "&alternates=true"}) {
        ways.add(new Way(listing, "/listings/de?limit=20" + of + after, 200));
      }
      for (var in : new String[] {"", "&language=de"}) {
        for (var of : new String[] {"", "&topic=wald-3", "&author=anna-blau"}) {
          ways.add(new Way(list, "/api/articles?limit=20" + in + of + after, 200));
        }
      }
      ways.add(new Way(list, "/api/articles?limit=20&topic=wald-3&author=anna-blau" + after, 200));
    }
    ways.add(new Way(listing, "/listings/de?q=moos", 200));
    ways.add(new Way(list, "/api/articles?q=moos&language=en", 200));
    String article = "GET /api/articles/{id}";
    ways.add(new Way(article, "/api/articles/" + ARTICLE, 200));
    ways.add(new Way(article, "/api/articles/" + ARTICLE + "?language=fr", 404));
    ways.add(new Way(article, "/api/articles/" + new UUID(7, 7), 404));
    String bySlug = "GET /api/articles/by-slug/{language}/{slug}";
    ways.add(new Way(bySlug, "/api/articles/by-slug/en/s-1200", 200));
    ways.add(new Way(bySlug, "/api/articles/by-slug/de/old-1200", 301));
    String related = "GET /api/articles/{article}/related";
    ways.add(new Way(related, "/api/articles/" + ARTICLE + "/related", 200));
    ways.add(new Way(related, "/api/articles/" + ARTICLE + "/related?language=en&limit=12", 200));
    String recommendation = "/api/articles/{article}/recommendation";
    String own = "/api/articles/" + ARTICLE + "/recommendation";
    for (var method : new String[] {"GET", "PUT", "PUT", "DELETE", "DELETE", "PUT"}) {
      ways.add(new Way(method + " " + recommendation, own, 200));
    }
    ways.add(new Way("GET /api/topics", "/api/topics?language=de", 200));
    ways.add(new Way("GET /api/topics/{slug}", "/api/topics/wald-2", 200));
    ways.add(new Way("GET /api/authors/{author}", "/api/authors/anna-blau", 200));
    ways.add(new Way("GET /api/media/{id}", "/api/media/" + ARTICLE, 200));
    ways.add(new Way("GET /media/{id}/{file}", "/media/" + picture + "/400.jpg", 404));
    ways.add(new Way("GET /api/menu", "/api/menu?language=en", 200));
    ways.add(new Way("GET /menus", "/menus", 200));
    ways.add(new Way("GET /api/series", "/api/series?language=en", 200));
    ways.add(new Way("GET /api/series/{slug}", "/api/series/wege", 200));
    ways.add(new Way(listing, "/listings/en?series=wege", 200));
    ways.add(new Way(page, "/pages/de/s-" + (1 + time), 200));
    ways.add(new Way("GET /api/site", "/api/site", 200));
    ways.add(new Way("GET /site", "/site", 200));
    ways.add(new Way("GET /sitemap", "/sitemap", 200));
    ways.add(new Way("GET /sitemap", "/sitemap?after=" + Library.id(300), 200));
    return ways;
  }

  @Test
  void what_strangers_ask_reads_as_much_of_a_large_database_as_of_a_small_one() {
    var library = new Library(sql).grow(FEW);
    library.tellSearch();
    untilFound();
    var few = costs(http.reader("first"), 0);
    library.grow(MANY);
    var many = costs(http.reader("second"), 1);
    assertThat(few.faults()).isEmpty();
    assertThat(many.faults()).isEmpty();
    assertThat(many.beyond(few, SLACK)).as("of %s and of %s articles", FEW, MANY).isEmpty();
    assertThat(questions("/pages/de/s-700")).as("a page").isEqualTo(MOST_QUESTIONS);
    await()
        .untilAsserted(
            () -> {
              // recommending, above, is told of within a second
              tellAll();
              http.get("/pages/de/s-700");
              assertThat(questions("/pages/de/s-700")).as("a page that is kept").isEqualTo(1);
            });
  }

  @Test
  void no_way_that_strangers_have_is_left_out() {
    var there =
        router
            .uriRoutes()
            .filter(route -> route.getTargetMethod().getDeclaringType().getName().startsWith(OURS))
            .filter(
                route ->
                    route.getHttpMethod() == HttpMethod.GET
                        || route.getUriMatchTemplate().toPathString().endsWith("/recommendation"))
            .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
            .map(route -> route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString())
            .filter(route -> !NOT_FOR_STRANGERS.contains(route) && !ELSEWHERE.contains(route))
            .collect(toSet());
    assertThat(ways(0).stream().map(Way::route).collect(toSet())).isEqualTo(there);
  }

  /** Gives positions in the feed, as its readers do all the while. */
  private void tellAll() {
    assertThat(http.get("/changes?timeout=0&lastEventId=latest").status()).isEqualTo(200);
  }

  private int questions(String path) {
    return Statements.during(() -> assertThat(http.get(path).status()).isEqualTo(200)).size();
  }

  private static Costs costs(Http reader, int time) {
    Http asking = reader.with("Voxpop-Network", "office");
    Costs costs = new Costs();
    for (Way way : ways(time)) {
      costs.of(
          way.method() + " " + way.path(),
          way.path().contains("sitemap") ? MOST_ROWS_OF_A_SITEMAP : MOST_ROWS,
          () -> {
            var answer = asking.send(way.method(), way.path(), null);
            assertThat(answer.status()).as(way + " " + answer.body()).isEqualTo(way.status());
          });
    }
    return costs;
  }

  private void untilFound() {
    for (int i = 0; i < 100; i++) {
      if (!http.get("/listings/de?q=moos").<List<?>>at("items").isEmpty()) return;
      pause();
    }
    fail("the search has not heard of the articles within ten seconds");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
