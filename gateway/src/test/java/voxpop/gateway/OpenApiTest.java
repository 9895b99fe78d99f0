package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.OpenApi;
import voxpop.kit.test.Routes;

class OpenApiTest {
  private static final House HOUSE = new House();
  private static final Browser READER = HOUSE.gateway();

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  void the_document_has_each_route_and_no_other() {
    Routes.agree(HOUSE.part(Router.class), "POST /api/comments");
  }

  @Test
  void the_merged_document_is_served_and_kept_by_its_tag() {
    HttpResponse<String> answer = READER.get("/api/openapi.json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Browser.header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(answer.body().equals(OpenApi.ofTheHouse().json())).as("the same").isTrue();
    HttpResponse<String> again =
        READER.get("/api/openapi.json", "If-None-Match", Browser.header(answer, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    HttpResponse<byte[]> zipped = READER.bytes("/api/openapi.json", "Accept-Encoding", "gzip");
    assertThat(zipped.body()).hasSizeLessThan(answer.body().length() / 4).startsWith(0x1f, 0x8b);
  }

  @Test
  void the_page_to_try_it_speaks_the_readers_language_and_has_no_script_of_its_own() {
    READER.get("/");

    HttpResponse<String> page = READER.get("/api/", "Accept-Language", "de");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html lang=\"de\">").doesNotContain("<script>", "style=");
    assertThat(Browser.header(page, "Content-Security-Policy")).doesNotContain("unsafe");
    page.body()
        .lines()
        .flatMap(
            line ->
                java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                    .matcher(line)
                    .results())
        .map(link -> link.group(1))
        .forEach(link -> assertThat(link).startsWith("/").doesNotStartWith("//"));
  }

  @Test
  void only_files_of_the_tool_as_it_is_now_are_served() {
    String page = READER.get("/api/").body();
    String script = page.replaceAll("(?s).*src=\"([^\"]*swagger-ui-bundle.js)\".*", "$1");

    assertThat(READER.get(script).statusCode()).isEqualTo(200);
    assertThat(Browser.header(READER.get(script), "Cache-Control")).contains("immutable");
    assertThat(READER.get("/assets/api/1.0.0/swagger-ui-bundle.js").statusCode()).isEqualTo(404);
    assertThat(READER.get(script.replace("swagger-ui-bundle.js", "index.html")).statusCode())
        .isEqualTo(404);
  }
}
