package voxpop.article.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.article.ArticleServiceTest;
import voxpop.article.Sql;
import voxpop.kit.test.Asked;
import voxpop.kit.test.Statements;
import voxpop.kit.test.TestDatabase;

/** A writer's desk reads no more of the database than it shows, however much there is. */
@MicronautTest(transactional = false)
class RowsReadTest extends ArticleServiceTest {
  /**
   * Twenty articles and one more to see whether it goes on: read, sorted, and looked up in four
   * tables each.
   */
  private static final long MOST_ROWS = 200;

  @Inject Sql sql;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.putAll(Statements.audible(TestDatabase.get().freshSchema()));
    return settings;
  }

  @Test
  void a_writers_desk_reads_what_it_shows() {
    new Library(sql).grow(5000);
    var desk = anna();
    for (var query : new String[] {"mine=true", "status=published", "mine=false"}) {
      var asked =
          Statements.during(
              () ->
                  assertThat(desk.get("/api/articles?" + query).<List<?>>at("items")).hasSize(20));
      assertThat(asked).isNotEmpty();
      assertThat(asked.stream().mapToLong(Asked::rows).sum())
          .as("%s reads %s", query, asked)
          .isLessThan(MOST_ROWS);
    }
  }
}
