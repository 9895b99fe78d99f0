package voxpop.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody means well is answered as clearly as anything else. */
@MicronautTest(transactional = false)
class OddInputTest extends ArticleServiceTest {

  @ParameterizedTest
  @CsvSource({
    "/pages/de/%C3%BCber, 404",
    "/pages/%C3%BC/x, 404",
    "/pages/de/%F0%9F%99%82, 404",
    "/listings/%C3%BC, 404",
    "/listings/de?topic=%C3%BC, 404",
    "/listings/de?author=%C3%BC, 404",
    "/api/articles?language=%C3%BC, 200",
    "/api/articles?topic=%C3%BC, 200",
    "/api/articles?topic=wald&author=x%00y, 200",
    "/api/articles?limit=101, 400",
    "/api/articles?limit=ten, 400",
    "/api/articles/by-slug/%C3%BC/%C3%BC, 404",
    "/api/topics?language=%C3%BC, 200",
    "/api/topics/%C3%BC, 404",
    "/api/authors/%C3%BC, 404",
    "/sources/x, 400",
    "/sitemap?after=x, 400",
  })
  void an_odd_address_is_answered(String path, int status) {
    var answer = http.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "+99999-01-01T00:00:00Z 01890000-0000-7000-8000-000000000000 de",
    "+999999999-01-01T00:00:00Z 01890000-0000-7000-8000-000000000000 de",
    "-0044-03-15T00:00:00Z 01890000-0000-7000-8000-000000000000 de",
    "2020-01-01T00:00:00Z 1-1-1-1-1 ü",
    "2020-01-01T00:00:00Z x de",
    "x",
  })
  void a_cursor_of_somebodys_own_making_is_no_cursor(String text) {
    var after = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    assertThat(http.get("/api/articles?after=" + after).status()).isIn(200, 400);
    assertThat(anna().get("/api/articles?mine=true&after=" + after).status()).isIn(200, 400);
  }

  @Test
  void a_time_that_is_none_publishes_nothing() {
    var path = "/api/articles/" + write(draft("de", "Zeit", "Text.")) + "/publication";
    assertThat(anna().put(path, Map.of("at", "tomorrow")).text("violations/0/field"))
        .isEqualTo("at");
    assertThat(anna().put(path, Map.of("at", "+99999-01-01T00:00:00Z")).text("violations/0/field"))
        .isEqualTo("at");
    assertThat(anna().put(path, null).status()).as("no body is: now").isEqualTo(200);
  }

  @Test
  void a_title_is_one_line_of_what_can_be_printed() {
    var made =
        anna().post("/api/articles", draft("de", " Zwei\n\tZeilen \u0000\u0007 ", "Text \ud800."));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("title")).isEqualTo("Zwei Zeilen");
  }
}
