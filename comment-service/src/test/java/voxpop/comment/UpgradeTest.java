package voxpop.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;
import voxpop.kit.test.Release;

/** Today's comment-service on the database that the release before left. */
@MicronautTest(transactional = false)
class UpgradeTest extends DiscussionTest {
  private static final UUID READING = UUID.fromString("01a20852-43cc-706e-a108-f3ca52c5eddc");

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    // it knows its articles from before: nobody is there to ask
    settings.remove("micronaut.http.services.article-service.url");
    settings.putAll(Release.before());
    return settings;
  }

  @Test
  void no_migration_since_breaks_the_release_before() {
    assertThat(Release.brokenBySince()).isEmpty();
  }

  @Test
  void the_thread_is_read_as_before_and_goes_on() {
    Http.Answer thread = http.get("/api/comments?article=" + READING);
    assertThat(thread.status()).isEqualTo(200);
    List<Map<String, Object>> items = thread.at("items");
    assertThat(items).extracting(item -> item.get("name")).contains("Birgit Osterkamp");
    int total = thread.at("total");
    assertThat(total).isEqualTo(items.size());
    Http.Answer posted = post(READING, "Auch nach dem Umbau.");
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    Http.Answer longer = http.get("/api/comments?article=" + READING);
    assertThat(longer.<Integer>at("total")).isEqualTo(total + 1);
  }
}
