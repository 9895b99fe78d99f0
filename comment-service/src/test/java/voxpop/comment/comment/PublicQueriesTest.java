package voxpop.comment.comment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import voxpop.comment.DiscussionTest;
import voxpop.kit.test.Costs;
import voxpop.kit.test.Http;
import voxpop.kit.test.Statements;
import voxpop.kit.test.TestDatabase;

/**
 * Whatever anybody may ask or say without an account is done by ranges of indexes, nothing is
 * sorted or piled up for it, and it reads as much of a large discussion as of a small one. The
 * statements are those that the program sends.
 */
@MicronautTest(transactional = false)
class PublicQueriesTest extends DiscussionTest {
  private static final int FEW = 200;
  private static final int MANY = 1000;

  /** So many in each thread; the first has one more for each article. */
  private static final int COMMENTS = 10;

  /**
   * A stretch of 50, one more to see whether it goes on, the article, and the rows of its count.
   */
  private static final long MOST_ROWS = 70;

  private static final long SLACK = 4;

  /** The article, the comments and their count. */
  private static final int MOST_QUESTIONS = 3;

  /** Needs an account, or belongs to another program of the house alone. */
  private static final Set<String> NOT_FOR_STRANGERS =
      Set.of(
          "PUT /api/comments/{id}/verdict",
          "GET /api/comments/{id}/verdicts",
          "POST /challenges/redemptions");

  private static final String DIGITS =
      "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
          + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";

  private static final UUID ARTICLE = new UUID(0, 1);

  @Inject TransactionOperations<Connection> transactions;
  @Inject Router router;

  private int articlesThere;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.putAll(Statements.audible(TestDatabase.get().freshSchema()));
    return settings;
  }

  /** One request; each call makes and sends it anew. */
  private record Way(String route, String name, Supplier<Http.Answer> request) {}

  private List<Way> ways(Http reader) {
    List<Way> ways = new ArrayList<>();
    String thread = "GET /api/comments";
    String all = "/api/comments?article=" + ARTICLE;
    for (String sort : new String[] {"oldest", "newest"}) {
      for (String language : new String[] {"", "&language=de"}) {
        String path = all + "&sort=" + sort + language;
        ways.add(new Way(thread, path, () -> reader.get(path)));
        ways.add(new Way(thread, path + "&after=…", () -> reader.get(path + after(path))));
      }
    }
    String comment = "/api/comments/" + id(1, 3);
    ways.add(new Way("GET /api/comments/{id}", comment, () -> reader.get(comment)));
    ways.add(
        new Way(
            "GET /api/challenges",
            "a challenge",
            () -> reader.get("/api/challenges?article=" + ARTICLE)));
    Map<String, Object> said = comment(ARTICLE, "Ein gutes Wort.");
    Map<String, Object> reply = with(said, "parent", id(1, 3).toString());
    List<String> written = new ArrayList<>();
    for (Map<String, Object> one : List.of(said, reply)) {
      Map<String, Object> whole = with(one, "challenge", solved(reader, ARTICLE));
      ways.add(
          new Way(
              "POST /api/comments",
              "write " + one.keySet(),
              () -> {
                Http.Answer answer = reader.post("/api/comments", whole);
                written.add(answer.text("id"));
                return answer;
              }));
    }
    ways.add(
        new Way(
            "PUT /api/comments/{id}/language",
            "say the language",
            () ->
                reader.put(
                    "/api/comments/" + written.getFirst() + "/language",
                    Map.of("language", "en"))));
    ways.add(
        new Way(
            "DELETE /api/comments/{id}",
            "take back",
            () -> reader.delete("/api/comments/" + written.getFirst())));
    return ways;
  }

  private String after(String path) {
    return "&after=" + http.get(path).text("next");
  }

  @Test
  void what_strangers_do_reads_as_much_of_a_large_discussion_as_of_a_small_one() {
    run("INSERT INTO site (id, comments, language, languages) VALUES (1, 'OPEN', 'de', 'de,en')");
    grow(FEW);
    Costs few = costs(http.reader("first"));
    grow(MANY);
    Costs many = costs(http.reader("second"));
    assertThat(few.faults()).isEmpty();
    assertThat(many.faults()).isEmpty();
    assertThat(many.beyond(few, SLACK)).as("of %s and of %s threads", FEW, MANY).isEmpty();
  }

  /** Its articles are others than what the other test makes more of. */
  @Test
  void a_thread_takes_one_question_once_it_was_read() {
    UUID article = articles.publish();
    String path = "/api/comments?article=" + article;
    for (String heardOf : List.of("", " and read")) {
      assertThat(http.get(path).status()).as(heardOf).isEqualTo(200);
    }
    assertThat(Statements.during(() -> http.get(path))).hasSize(1);
    assertThat(Statements.during(() -> http.get(path + "&limit=20"))).hasSize(MOST_QUESTIONS);
  }

  @Test
  void no_way_that_strangers_have_is_left_out() {
    Set<String> there =
        router
            .uriRoutes()
            .filter(
                route ->
                    route
                        .getTargetMethod()
                        .getDeclaringType()
                        .getName()
                        .startsWith("voxpop.comment."))
            .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
            .map(route -> route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString())
            .filter(route -> !NOT_FOR_STRANGERS.contains(route))
            .collect(toSet());
    assertThat(ways(http).stream().map(Way::route).collect(toSet())).isEqualTo(there);
  }

  private Costs costs(Http reader) {
    Costs costs = new Costs();
    for (Way way : ways(reader.with("Voxpop-Network", "office"))) {
      costs.of(
          way.name(),
          way.name().contains("…") ? 2 * MOST_ROWS : MOST_ROWS,
          () -> {
            Http.Answer answer = way.request().get();
            assertThat(answer.status()).as(way.name() + " " + answer.body()).isBetween(200, 204);
          });
    }
    return costs;
  }

  /** In the database itself, the way the program would have left them. */
  private void grow(int most) {
    String numbers =
        "(SELECT t.d * 1000 + h.d * 100 + z.d * 10 + e.d AS n FROM %1$s t, %1$s h, %1$s z, %1$s e) a WHERE n >= %2$d AND n < %3$d"
            .formatted(DIGITS, articlesThere, most);
    String id = "UNHEX(LPAD(HEX(n + 1), 32, '0'))";
    run("INSERT INTO article SELECT " + id + ", 'published', 'OPEN', 'de' FROM " + numbers);
    for (int i = 0; i < COMMENTS; i++) {
      comments(id, "n + 1", Integer.toString(i), numbers);
    }
    comments("UNHEX(LPAD('1', 32, '0'))", "1", "100 + n", numbers);
    run(
        "INSERT INTO tally SELECT CONCAT('00000000-0000-0000-0000-', LPAD(LOWER(HEX(n + 1)), 12,"
            + " '0')), 0, 8 FROM "
            + numbers);
    articlesThere = most;
    run("ANALYZE TABLE article");
    run("ANALYZE TABLE comment");
    run("ANALYZE TABLE tally");
  }

  /** The {@code i}th of each of these articles, every fifth of them held. */
  private void comments(String article, String number, String i, String numbers) {
    String id = "UNHEX(CONCAT(LPAD(HEX(" + number + "), 16, '0'), LPAD(HEX(" + i + "), 16, '0')))";
    String held = "(" + i + ") % 5 = 4";
    run(
        "INSERT INTO comment SELECT %s, %s, NULL, %s, %s, CONCAT('reader:', %s), NULL, 'Rosa', 'b', 'b', 'de', '2026-01-01', IF(%s, 'HELD', 'PUBLISHED'), NULL, NOT (%s), 0 FROM %s"
            .formatted(id, article, id, id, i, held, held, numbers));
  }

  private static UUID id(int article, int number) {
    return new UUID(article, number);
  }

  private void run(String sql) {
    transactions.executeWrite(
        status -> {
          try (Statement statement = status.getConnection().createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}
