package voxpop.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.article.Shelf;
import voxpop.kit.feed.Feed;
import voxpop.kit.problem.Problem;
import voxpop.kit.test.Http;
import voxpop.kit.test.Promised;
import voxpop.kit.test.ServiceTest;

@MicronautTest(transactional = false)
class SearchTest extends ServiceTest {
  private final Map<String, String> settings = Shelf.settings();

  @Inject Shelf shelf;
  @Inject Search search;
  @Inject Feed feed;
  @Inject EditionTexts texts;

  @Override
  protected Map<String, String> settings() {
    return settings;
  }

  private List<UUID> found(String language, String q) {
    return search.find(language, q, 20, null).hits().stream().map(Search.Hit::article).toList();
  }

  private void soon(String language, String q, UUID... articles) {
    await().untilAsserted(() -> assertThat(found(language, q)).contains(articles));
  }

  @ParameterizedTest
  @CsvSource({
    "de, Die Häuser am Fluß, haus",
    "de, Die Häuser am Fluß, HAEUSER",
    "de, Die Häuser am Fluß, fluss",
    "de, Die Häuser am Fluß, flu",
    "de, Die Fahrräder der Nachbarn, fahrad",
    "de, Die Fahrräder der Nachbarn, die fahrräder und nachbarn",
    "en, Running in the rain, run",
    "en, Libraries are open, library",
    "en, Libraries are open, librarias",
    "es, Las canciones de la montaña, cancion montana",
    "fr, L’été à la montagne, ete",
    "fr, L’été à la montagne, été",
    "fi, Talossamme on työhuone, talo",
    "fi, Talossamme on työhuone, tyohuone",
    "tr, Irmakların kıyısında, ırmak",
    "tr, Irmakların kıyısında, IRMAKLARIN",
    "tr, Irmakların kıyısında, irmaklarin",
    "ja, 東京の天気, 天気",
    "el, Οι δρόμοι της πόλης, δρομοι",
    "he, שלום עולם, שלום"
  })
  void a_word_is_found_in_the_ways_people_type_it(String language, String title, String q) {
    UUID article = shelf.published(language, title, "Text");

    soon(language, q, article);
    assertThat(found("pt", q)).isEmpty();
  }

  @Test
  void what_is_published_is_found_within_two_seconds() throws Exception {
    Promised.within(
        Duration.ofSeconds(2),
        round -> {
          String word = "quokka" + round;
          UUID article = shelf.published("en", "The " + word, "Text");
          return () -> assertThat(found("en", word)).containsExactly(article);
        });
  }

  @Test
  void what_the_title_says_comes_before_what_the_text_says() {
    UUID text = shelf.published("en", "A day", "We saw a lighthouse and went home.");
    UUID title = shelf.published("en", "The lighthouse", "We saw it and went home.");
    UUID both = shelf.published("en", "Another lighthouse", "The lighthouse of the north.");

    soon("en", "lighthouse", text, title, both);
    assertThat(found("en", "lighthouse")).endsWith(text).hasSize(3);
  }

  @Test
  void all_words_must_be_there_and_neighbours_count_more() {
    UUID one = shelf.published("en", "Garden", "A blue whale in a book");
    UUID far = shelf.published("en", "Garden", "Blue is the sky where a small grey whale swims");
    UUID neither = shelf.published("en", "Garden", "Only blue");

    soon("en", "blue whale", one, far);
    assertThat(found("en", "blue whale")).startsWith(one).doesNotContain(neither);
  }

  @Test
  void results_go_on_where_they_ended() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(shelf.published("en", "Zebra crossing", "The same words"));
    }
    soon("en", "zebra", all.toArray(UUID[]::new));

    // while other articles are still being taken in, ranks may shift between two pages
    await().untilAsserted(() -> assertThat(walk("zebra")).containsExactlyInAnyOrderElementsOf(all));
    assertThatThrownBy(() -> search.find("en", "zebra", 3, "rubbish")).isInstanceOf(Problem.class);
  }

  private List<UUID> walk(String words) {
    List<UUID> read = new ArrayList<>();
    String after = null;
    do {
      Search.Found page = search.find("en", words, 3, after);
      page.hits().forEach(hit -> read.add(hit.article()));
      after = page.next();
    } while (after != null);
    return read;
  }

  @Test
  void a_change_is_found_and_what_is_withdrawn_is_gone() {
    UUID article = shelf.published("en", "Volcano", "Text");
    shelf.translated(article, "de", "Vulkan", "Text");
    soon("en", "volcano", article);
    soon("de", "vulkan", article);
    assertThat(search.find(null, "volcano", 5, null).hits())
        .containsExactly(new Search.Hit(article, "en"));

    shelf.rewritten(article, "en", "Geyser", "Text");
    soon("en", "geyser", article);
    assertThat(found("en", "volcano")).isEmpty();

    shelf.withdrawn(article);
    await().until(() -> found("en", "geyser").isEmpty());
    assertThat(found("de", "vulkan")).isEmpty();
  }

  @Test
  void readers_and_programs_get_the_editions_in_order() {
    UUID text = shelf.published("en", "A day out", "We saw a waterfall.");
    UUID title = shelf.published("en", "The waterfall", "We saw it.");
    soon("en", "waterfall", text, title);

    for (String path : List.of("/api/articles?language=en&", "/listings/en?")) {
      Http.Answer answer = http.get(path + "q=waterfall&limit=1");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("items/0/id")).isEqualTo(title.toString());
      assertThat(answer.text("items/0/title")).isEqualTo("The waterfall");
      Http.Answer next = http.get(path + "q=waterfall&limit=1&after=" + answer.text("next"));
      assertThat(next.text("items/0/id")).isEqualTo(text.toString());
      assertThat(next.text("next")).isNull();
      assertThat(http.get(path + "q=waterfall&after=x").status()).isEqualTo(400);
    }
    shelf.withdrawn(title);
    assertThat(http.get("/api/articles?language=en&q=waterfall").body())
        .as("at once, whatever the index still holds")
        .doesNotContain(title.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "AND OR NOT",
        "title:x",
        "a* b? ~2 ^9",
        "[a TO b]",
        "+-&&||!(){}[]^\"~*?:\\/",
        "((((",
        "%",
        "'",
        "\u0000",
        "🦊",
        "*",
      })
  void nothing_that_is_typed_is_wrong(String q) {
    assertThatCode(() -> search.find("en", q, 5, null)).doesNotThrowAnyException();
    assertThatCode(() -> search.find(null, q, 5, null)).doesNotThrowAnyException();
  }

  @Test
  void a_thousand_mad_questions_are_answered() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      String q =
          random
              .ints(random.nextInt(80), 1, 0x3000)
              .filter(c -> !Character.isSurrogate((char) c))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String language = List.of("de", "en", "fr", "tr", "zh", "x-odd").get(random.nextInt(6));
      assertThatCode(() -> search.find(language, q, 5, null))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
    String long_ = "word ".repeat(20_000);
    assertThatCode(() -> search.find("en", long_, 5, null)).doesNotThrowAnyException();
  }

  @Test
  void another_instance_makes_its_own_index_and_goes_on_where_it_was() throws Exception {
    UUID before = shelf.published("en", "Harbour before", "Text");
    Path folder = Path.of("target", "search-" + UUID.randomUUID());
    EditionIndex first = new EditionIndex(folder, texts);
    assertThat(first.open()).isEmpty();
    String latest = feed.latest();
    first.fill(latest);
    assertThat(harbours(first)).contains(before.toString());
    first.close();

    UUID after = shelf.published("en", "Harbour after", "Text");
    EditionIndex second = new EditionIndex(folder, texts);
    assertThat(second.open()).hasValue(latest);
    assertThat(harbours(second)).doesNotContain(after.toString());
    second.renew(List.of(after));
    assertThat(harbours(second)).contains(before.toString(), after.toString());
    EditionIndex beside = new EditionIndex(folder, texts);
    assertThat(beside.open()).as("the folder is taken: one of its own").isEmpty();
    beside.close();
    second.close();
  }

  private static String harbours(EditionIndex index) {
    return index.ask(
        Duration.ofMinutes(1),
        searcher -> {
          var query = new Question(index.analyser(), "en").of("harbour");
          StringBuilder keys = new StringBuilder();
          for (var hit : searcher.search(query, 10).scoreDocs) {
            keys.append(searcher.storedFields().document(hit.doc).get(Fields.KEY)).append(' ');
          }
          return keys.toString();
        });
  }
}
