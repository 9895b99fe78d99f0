package voxpop.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class PseudoTest extends WorkshopTest {
  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.pseudo", "true");
    return settings;
  }

  @Test
  void pseudo_translation_fills_the_desk_and_never_reaches_readers() {
    UUID article = publish("<p>A <b>big</b> &amp; old house.</p>");
    desk(article, "de");
    Http.Answer job = editor().post("/api/translations/" + article + "/de", null);
    assertThat(job.status()).isEqualTo(202);
    Awaitility.await()
        .until(() -> editor().get(job.header("Location")).text("state"), "done"::equals);
    assertThat(all(desk(article, "de"), "target")).contains("[Á <b>bíg</b> & óld hóúsé. ~~]");
    assertThat(edition(article, "de").status()).isEqualTo(404);
    Http.Answer refused = publication(article, "de", Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("/problems/pseudo-translation");
  }

  @Test
  void without_a_real_engine_there_is_advice() {
    assertThat(http.get("/api/engines").text("advice")).contains("VOXPOP_APERTIUM_ADDRESS");
  }
}
