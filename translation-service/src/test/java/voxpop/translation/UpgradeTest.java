package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.Release;
import voxpop.kit.test.TestTokens;

/** Today's translation-service on the database that the release before left. */
@MicronautTest(transactional = false)
class UpgradeTest extends WorkshopTest {
  private static final String LIBRARIES = "01a20852-465b-7896-939e-4302dae01965";

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
  void segments_and_editions_are_read_as_before() {
    Http.Answer edition = http.get("/editions/" + LIBRARIES + "/en");
    assertThat(edition.text("title")).isEqualTo("Small libraries");
    assertThat(edition.text("html")).contains("So far there are three");
    Http editor = http.as(TestTokens.of(Role.EDITOR));
    Http.Answer desk = editor.get("/api/translations/" + LIBRARIES + "/en");
    assertThat(desk.status()).as(desk.body()).isEqualTo(200);
    List<Map<String, Object>> segments = desk.at("segments");
    assertThat(segments.getFirst())
        .containsEntry("source", "Las bibliotecas pequeñas")
        .containsEntry("target", "Small libraries");
    assertThat(segments).extracting(segment -> segment.get("state")).containsOnly("approved");
    Map<String, Object> last = segments.getLast();
    Http.Answer put =
        editor
            .with("If-Match", "\"" + last.get("version") + "\"")
            .put(
                "/api/translations/" + LIBRARIES + "/en/segments/" + last.get("id"),
                Map.of("text", "Written after the upgrade.", "approve", true));
    assertThat(put.status()).as(put.body()).isEqualTo(200);
  }
}
