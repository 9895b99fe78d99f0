package voxpop.translation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody works here, so that the order in which tasks are claimed can be seen. */
@MicronautTest(transactional = false)
class PrioritiesTest extends QueueWorkshop {
  @Inject Priorities priorities;
  @Inject Claims claims;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = super.settings();
    settings.put("voxpop.translation.working", "false");
    return settings;
  }

  @Test
  void what_many_readers_recommend_and_what_is_newest_comes_first() throws Exception {
    UUID old = publish(html("old", 1));
    UUID loved = publish(html("loved", 1));
    Thread.sleep(2); // newer is what was made in a later millisecond
    UUID newest = publish(html("newest", 1));
    for (UUID article : List.of(old, loved, newest)) desk(article, "es");
    for (UUID article : List.of(old, newest, loved)) ask(article);
    articles.recommend(loved, 40);
    await().until(() -> Priorities.of(loved, 40) == priorities.of(loved));
    List<UUID> order = new ArrayList<>();
    for (int i = 0; i < 3; i++) order.add(claims.claim().orElseThrow().article());
    assertThat(order).containsExactly(loved, newest, old);
  }
}
