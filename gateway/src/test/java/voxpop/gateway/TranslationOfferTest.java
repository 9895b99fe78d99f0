package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments in another language are offered in the page's only where an engine has the pair. */
class TranslationOfferTest {
  private static final String PAGE = "/de/hallo-welt";
  private static final String OFFER = "class=\"into\"";
  private static final String PAIRS = "GET /pairs";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    String english =
        House.comment("Hello", "").replace("\"language\":\"de\"", "\"language\":\"en\"");
    house.discussion(1, english);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Browser gateway() {
    Browser browser =
        house.gateway(
            "voxpop.gateway.engines.every", "50ms", "voxpop.gateway.engines.kept", "200ms");
    await().until(() -> house.articles.feedPolls() > 1 && house.comments.feedPolls() > 1);
    return browser;
  }

  private void pairs(String source, String target) {
    house.translations.on(
        PAIRS, "{\"items\":[{\"source\":\"%s\",\"target\":\"%s\"}]}".formatted(source, target));
  }

  @Test
  void it_comes_and_goes_with_the_engine_also_on_a_page_that_is_kept() {
    pairs("de", "en"); // the other way round
    Browser browser = gateway();
    assertThat(browser.get(PAGE).body()).contains("Hello").doesNotContain(OFFER);

    pairs("en", "de");
    await().untilAsserted(() -> assertThat(browser.get(PAGE).body()).contains(OFFER));

    house.translations.on(PAIRS, "{\"items\":[]}");
    await().untilAsserted(() -> assertThat(browser.get(PAGE).body()).doesNotContain(OFFER));
  }

  @Test
  void one_answer_of_an_instance_that_reaches_no_engine_changes_nothing() {
    pairs("en", "de");
    Browser browser =
        house.gateway("voxpop.gateway.engines.every", "50ms", "voxpop.gateway.engines.kept", "1m");
    await().untilAsserted(() -> assertThat(browser.get(PAGE).body()).contains(OFFER));
    int asked = house.translations.asked("/pairs").size();
    house.translations.on(PAIRS, "{\"items\":[]}");
    await().until(() -> house.translations.asked("/pairs").size() > asked + 2);
    assertThat(browser.get(PAGE).body()).contains(OFFER);
  }

  @Test
  void no_page_asks_for_it() {
    pairs("en", "de");
    Browser browser = house.gateway("voxpop.gateway.engines.every", "1h");
    await().untilAsserted(() -> assertThat(browser.get(PAGE).body()).contains(OFFER));
    for (int i = 0; i < 5; i++) browser.get(PAGE + "?again=" + i);
    assertThat(house.translations.asked("/pairs").size()).isOne();
  }
}
