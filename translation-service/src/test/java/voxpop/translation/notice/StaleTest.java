package voxpop.translation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.WorkshopTest;

/** What translators see of what went stale in their own languages. */
@MicronautTest(transactional = false)
class StaleTest extends WorkshopTest {
  private static final String STALE = "/api/translations/stale";
  private static final String TEXT = "<p>One. Two. Three.</p>";

  private Http translator(String... languages) {
    return http.as(TestTokens.of(UUID.randomUUID(), List.of(languages), Role.TRANSLATOR));
  }

  /** The list of an article's stale sentences, as soon as there are so many. */
  private Http.Answer list(Http translator, UUID article, int expected) {
    return await()
        .until(
            () -> translator.get(STALE + "?limit=100"),
            answer -> of(answer, article).size() == expected);
  }

  private static List<Map<String, Object>> of(Http.Answer list, UUID article) {
    List<Map<String, Object>> items = list.at("items");
    return items.stream().filter(i -> article.toString().equals(i.get("article"))).toList();
  }

  private static int unseen(Http translator) {
    return translator.get(STALE + "?limit=0").<Integer>at("unseen");
  }

  private static void look(Http translator, Object newest) {
    var answer = translator.put(STALE + "/seen", Map.of("newest", newest));
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  @Test
  void a_translator_sees_what_went_stale_in_their_own_languages_newest_first_until_they_looked() {
    Http french = translator("fr", "ar");
    Http spanish = translator("es");
    look(french, french.get(STALE).at("newest"));
    look(spanish, 1_000_000);
    UUID article = publish(TEXT);
    give(article, "fr");
    assertThat(unseen(french)).isZero();
    edit(article, TEXT.replace("Two.", "Two, really."));
    list(french, article, 1);
    edit(article, "<p>One, really. Two, really. Three.</p>");
    Http.Answer seen = list(french, article, 2);
    assertThat(of(seen, article))
        .extracting(item -> item.get("source"))
        .containsExactly("One, really.", "Two, really.");
    assertThat(of(seen, article).getFirst())
        .containsEntry("words", "One, really.")
        .containsEntry("previousSource", "One.")
        .containsEntry("title", "A title")
        .containsEntry("language", "fr")
        .containsEntry("sourceLanguage", "en")
        .containsEntry("unseen", true);
    assertThat(of(seen, article).getFirst().get("segment"))
        .isEqualTo(segment(desk(article, "fr"), "One, really.").get("id"));
    assertThat(unseen(french)).isEqualTo(2);
    assertThat(of(spanish.get(STALE), article)).isEmpty();
    assertThat(unseen(spanish)).isZero();
    look(french, seen.at("newest"));
    assertThat(unseen(french)).isZero();
    assertThat(of(list(french, article, 2), article))
        .allSatisfy(item -> assertThat(item).containsEntry("unseen", false));
    // what came before can't be made unseen again
    look(french, 0);
    assertThat(unseen(french)).isZero();
  }

  @Test
  void what_is_current_again_or_gone_is_no_news_and_what_changed_once_more_is() {
    Http french = translator("fr");
    UUID article = publish(TEXT);
    give(article, "fr");
    edit(article, "<p>One! Two! Three.</p>");
    edit(article, "<p>One again. Two again. Three.</p>");
    await().until(() -> all(desk(article, "fr"), "source").contains("One again."));
    look(french, list(french, article, 2).at("newest"));
    edit(article, "<p>One once more. Two again. Three.</p>");
    await()
        .until(
            () -> of(french.get(STALE + "?limit=100"), article).getFirst().get("unseen"),
            Boolean.TRUE::equals);
    assertThat(of(french.get(STALE + "?limit=100"), article))
        .extracting(item -> item.get("unseen"))
        .containsExactly(true, false);
    put(article, "fr", segment(desk(article, "fr"), "One once more."), "Un.", true);
    assertThat(of(list(french, article, 1), article))
        .extracting(item -> item.get("source"))
        .containsExactly("Two again.");
    edit(article, "<p>One once more. Two. Three.</p>");
    list(french, article, 0);
    edit(article, "<p>One twice. Two. Three.</p>");
    list(french, article, 1);
    articles.withdraw(article);
    list(french, article, 0);
  }

  @Test
  void a_long_list_comes_in_parts() {
    Http arabic = translator("ar");
    UUID article = publish(TEXT);
    give(article, "ar");
    edit(article, "<p>One! Two. Three.</p>".replace("Two.", "Two of them."));
    edit(article, "<p>Just one. Just two. Just three.</p>");
    list(arabic, article, 3);
    Http.Answer first = arabic.get(STALE + "?limit=2");
    assertThat(of(first, article))
        .extracting(item -> item.get("source"))
        .containsExactly("Just one.", "Just two.");
    Http.Answer rest = arabic.get(STALE + "?limit=2&after=" + first.text("next"));
    assertThat(of(rest, article))
        .extracting(item -> item.get("source"))
        .containsExactly("Just three.");
    assertThat(arabic.get(STALE + "?after=x").status()).isEqualTo(400);
  }

  @Test
  void who_translates_into_no_language_has_no_news_and_strangers_may_not_ask() {
    assertThat(editor().get(STALE).<List<?>>at("items")).isEmpty();
    assertThat(http.get(STALE).status()).isEqualTo(401);
    assertThat(http.put(STALE + "/seen", Map.of("newest", 1)).status()).isEqualTo(401);
    assertThat(translator("fr").put(STALE + "/seen", Map.of("newest", -1)).status()).isEqualTo(400);
  }
}
