package voxpop.translation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Costs;
import voxpop.kit.test.Http;
import voxpop.kit.test.Statements;
import voxpop.kit.test.TestDatabase;

/**
 * Whatever anybody may ask or cause without an account is done by ranges of indexes, nothing is
 * sorted or piled up for it, and it reads as much of a large workshop as of a small one. The
 * statements are those that the program sends.
 */
@MicronautTest(transactional = false)
class PublicQueriesTest extends WorkshopTest {
  private static final int FEW = 200;
  private static final int MANY = 1000;

  /**
   * For each language an edition and its count, a few sentences, what the memory has of one, and
   * the suggestions that wait for it; never a whole text where one sentence is asked for.
   */
  private static final long MOST_ROWS = 60;

  /** A later list has more neighbours at its ends; what was suggested meanwhile waits. */
  private static final long SLACK = 4;

  private static final String OURS = "voxpop.translation.";

  /** Needs an account. */
  private static final Set<String> NOT_FOR_STRANGERS =
      Set.of(
          "GET /api/translations",
          "GET /api/translations/jobs",
          "GET /api/translations/jobs/{id}",
          "DELETE /api/translations/jobs/{id}",
          "PUT /api/translations/jobs/{id}/pause",
          "DELETE /api/translations/jobs/{id}/pause",
          "GET /api/translations/jobs/{id}/events",
          "GET /api/translations/mail",
          "GET /api/translations/stale",
          "PUT /api/translations/stale/seen",
          "GET /api/translations/suggestions",
          "PUT /api/translations/suggestions/{id}/verdict",
          "GET /api/translations/xliff",
          "POST /api/translations/xliff",
          "GET /api/translations/{article}/{language}",
          "POST /api/translations/{article}/{language}",
          "GET /api/translations/{article}/{language}/preview",
          "PUT /api/translations/{article}/{language}/publication",
          "DELETE /api/translations/{article}/{language}/publication",
          "POST /api/translations/{article}/{language}/segments",
          "GET /api/translations/{article}/{language}/segments/{id}",
          "PUT /api/translations/{article}/{language}/segments/{id}",
          "POST /api/translations/{article}/{language}/segments/{id}/undo",
          "GET /api/translations/{article}/{language}/segments/{id}/suggestions",
          "PUT /api/translations/{article}/{language}/text",
          "GET /api/translations/{article}/{language}/xliff",
          "POST /api/translations/{article}/{language}/xliff",
          "GET /api/glossary",
          "POST /api/glossary",
          "GET /api/glossary/file",
          "PUT /api/glossary/file",
          "GET /api/glossary/{id}",
          "PUT /api/glossary/{id}",
          "DELETE /api/glossary/{id}",
          "GET /api/glossary/{id}/segments",
          "GET /api/memory",
          "GET /api/memory/file",
          "POST /api/memory/file",
          "DELETE /api/memory/{id}",
          "GET /pairs"); // the gateway's own, which asks nothing of the database

  private final DiscussionStandIn discussion = new DiscussionStandIn();

  @Inject TransactionOperations<Connection> transactions;
  @Inject Router router;

  private Shelf shelf;
  private int words;

  /** A request, and how it is answered. */
  private record Way(String route, String path, Map<String, Object> body, int status) {
    String method() {
      return route.substring(0, route.indexOf(' '));
    }
  }

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.putAll(Statements.audible(TestDatabase.get().freshSchema()));
    settings.put("voxpop.test.scripted-engine", "true");
    settings.put("micronaut.http.services.comment-service.urls", discussion.address());
    return settings;
  }

  @AfterAll
  void end() {
    discussion.close();
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    String overview = "GET /api/translations/{article}";
    String sentences = "GET /api/translations/{article}/{language}/sentences";
    String suggest = "POST /api/translations/{article}/{language}/suggestions";
    String known = "GET /api/translations/comments/{id}/{language}";
    String translate = "POST /api/translations/comments/{id}/{language}";
    String edition = "GET /editions/{article}/{language}";
    for (UUID article : List.of(Shelf.ARTICLE, Shelf.LONG)) {
      ways.add(way(overview, "/api/translations/" + article, 200));
      String better = "/api/translations/" + article + "/es/suggestions";
      Map<String, Object> suggested = suggested(Shelf.title(article));
      ways.add(new Way(suggest, better, suggested, 201));
      ways.add(new Way(suggest, better, again(suggested), 201));
      ways.add(way(edition, "/editions/" + article + "/es", 200));
    }
    ways.add(way(overview, "/api/translations/" + new UUID(7, 7), 404));
    ways.add(way(sentences, "/api/translations/" + Shelf.ARTICLE + "/es/sentences", 200));
    ways.add(way(sentences, "/api/translations/" + Shelf.ARTICLE + "/fr/sentences", 404));
    ways.add(way(edition, "/editions/" + Shelf.ARTICLE + "/fr", 404));
    UUID remembered = discussion.say("en", "<p>" + Shelf.SENTENCE + "</p>");
    UUID asked = discussion.say("en", "<p>Nobody has said " + word() + " before.</p>");
    for (UUID comment : List.of(remembered, asked)) {
      String path = "/api/translations/comments/" + comment + "/es";
      ways.add(way(known, path, 404));
      ways.add(way(translate, path, 200));
      ways.add(way(translate, path, 200));
      ways.add(way(known, path, 200));
    }
    ways.add(way("GET /api/engines", "/api/engines", 200));
    return ways;
  }

  private static Way way(String route, String path, int status) {
    return new Way(route, path, null, status);
  }

  private Map<String, Object> suggested(UUID segment) {
    Map<String, Object> body = new HashMap<>();
    body.put("segment", segment);
    body.put("text", "Mejor " + word());
    return again(body);
  }

  /** The same with another sum. */
  private Map<String, Object> again(Map<String, Object> suggested) {
    Map<String, Object> body = new HashMap<>(suggested);
    body.put("challenge", Map.of("token", word(), "answer", "9"));
    return body;
  }

  /** Without figures, which a translation has to keep. */
  private String word() {
    return "w" + (char) ('a' + words / 26) + (char) ('a' + words++ % 26);
  }

  @Test
  void what_strangers_do_reads_as_much_of_a_large_workshop_as_of_a_small_one() {
    shelf().grow(FEW);
    Costs few = costs(http.reader("first"));
    shelf().grow(MANY);
    Costs many = costs(http.reader("second"));
    assertThat(few.faults()).isEmpty();
    assertThat(many.faults()).isEmpty();
    assertThat(many.beyond(few, SLACK)).as("of %s and of %s articles", FEW, MANY).isEmpty();
  }

  @Test
  void a_translator_s_one_sentence_reads_no_more_of_a_long_text_than_of_a_short_one() {
    shelf().grow(FEW);
    Costs costs = new Costs();
    for (UUID article : List.of(Shelf.ARTICLE, Shelf.LONG)) {
      String segment = "/api/translations/" + article + "/es/segments/" + Shelf.title(article);
      for (String path : List.of(segment, segment + "/suggestions")) {
        costs.of(path, MOST_ROWS, () -> assertThat(editor().get(path).status()).isEqualTo(200));
      }
    }
    assertThat(costs.faults()).isEmpty();
  }

  @Test
  void no_way_that_strangers_have_is_left_out() {
    Set<String> there =
        router
            .uriRoutes()
            .filter(route -> route.getTargetMethod().getDeclaringType().getName().startsWith(OURS))
            .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
            .map(route -> route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString())
            .filter(route -> !NOT_FOR_STRANGERS.contains(route))
            .collect(toSet());
    assertThat(ways().stream().map(Way::route).collect(toSet())).isEqualTo(there);
  }

  private Shelf shelf() {
    if (shelf == null) shelf = new Shelf(transactions);
    return shelf;
  }

  private Costs costs(Http reader) {
    Http asking = reader.with("Voxpop-Network", "office");
    Costs costs = new Costs();
    for (Way way : ways()) {
      costs.of(
          way.method() + " " + way.path(),
          MOST_ROWS,
          () -> {
            Http.Answer answer = asking.send(way.method(), way.path(), way.body());
            assertThat(answer.status()).as(way + " " + answer.body()).isEqualTo(way.status());
          });
    }
    return costs;
  }
}
