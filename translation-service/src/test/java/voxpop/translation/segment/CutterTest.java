package voxpop.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutterTest {
  @Test
  void title_comes_first_and_a_summary_only_if_somebody_wrote_one() {
    assertThat(texts(Cutter.cut("en", "A title", null, "<p>One. Two.</p>")))
        .containsExactly("A title", "One.", "Two.");
    assertThat(texts(Cutter.cut("en", "A title", "In short.", "<p>One.</p>")))
        .containsExactly("A title", "In short.", "One.");
  }

  @Test
  void abbreviations_ordinals_and_initials_end_no_sentence() {
    assertThat(
            sentences(
                "de",
                "<p>Das gilt z. B. für Obst. Am 3. Mai kam Dr. Müller u. a. zu J. F. Kennedy."
                    + " Ende.</p>"))
        .containsExactly(
            "Das gilt z. B. für Obst.",
            "Am 3. Mai kam Dr. Müller u. a. zu J. F. Kennedy.",
            "Ende.");
    assertThat(sentences("en", "<p>Mr. Smith came, e.g. on Monday. He left in 1990. Why?</p>"))
        .containsExactly("Mr. Smith came, e.g. on Monday.", "He left in 1990.", "Why?");
  }

  @Test
  void a_word_that_only_ends_like_an_abbreviation_ends_a_sentence() {
    assertThat(
            sentences(
                "de",
                "<p>Ich nehme kein Telefon mit und keine Kopfhörer. Ich nehme einen Schlüssel. Das"
                    + " ist das Haus. So. Es war gut am 3. 4. dort. Da bin ich.</p>"))
        .containsExactly(
            "Ich nehme kein Telefon mit und keine Kopfhörer.",
            "Ich nehme einen Schlüssel.",
            "Das ist das Haus.",
            "So.",
            "Es war gut am 3. 4. dort.",
            "Da bin ich.");
    assertThat(
            sentences(
                "en", "<p>He is taller than I. She got the job. Then I got on. It was in.</p>"))
        .hasSize(4);
  }

  @Test
  void a_tag_around_whole_sentences_stays_outside() {
    assertThat(sentences("en", "<p><em>One. Two.</em> <a href=\"/x\">Three</a></p>")).hasSize(3);
    assertThat(sentences("en", "<ul><li><a href=\"/x\">Only a link</a></li></ul>"))
        .containsExactly("Only a link");
  }

  @Test
  void a_tag_from_the_middle_of_one_sentence_into_the_next_holds_both_together() {
    assertThat(sentences("en", "<p>One <em>two. Three</em> four. Five.</p>"))
        .containsExactly("One <em>two. Three</em> four.", "Five.");
  }

  @Test
  void code_numbers_and_untranslatable_parts_are_no_segments() {
    assertThat(
            sentences(
                "en",
                "<pre><code>x = 1</code></pre><p"
                    + " translate=\"no\">Voxpop</p><table><tr><td>2024</td><td>Ten"
                    + " apples</td></tr></table><p>https://example.org/a</p><hr>"))
        .containsExactly("Ten apples");
  }

  @Test
  void pictures_give_their_alt_text_and_caption() {
    Cut cut =
        Cutter.cut(
            "en",
            "T",
            null,
            "<figure><img src=\"/media/1/640.jpg\" alt=\"A cat\"><figcaption>My"
                + " cat.</figcaption></figure>");
    assertThat(texts(cut)).containsExactly("T", "A cat", "My cat.");
    assertThat(cut.sentences().get(1).kind()).isEqualTo(Kind.ALT);
    assertThat(render(cut, "en", "T", "Eine \"Katze\"", "Meine Katze."))
        .isEqualTo(
            "<figure><img src=\"/media/1/640.jpg\" alt=\"Eine &quot;Katze&quot;\"><figcaption>Meine"
                + " Katze.</figcaption>\n</figure>");
  }

  @Test
  void lines_broken_inside_a_sentence_are_one_sentence() {
    assertThat(sentences("en", "<p>This is\n   one\nsentence. And another.</p>"))
        .containsExactly("This is one sentence.", "And another.");
  }

  @Test
  void what_was_taken_apart_is_put_together_the_same() {
    for (String html :
        List.of(
            "<p>One <b>two</b>. Three <code>f(x)</code>.</p>",
            "<p>A &amp; B &lt; C. “Four”<br>five.</p>",
            "<blockquote><p>One.</p>\n<p>Two.</p>\n</blockquote>",
            "<ol><li>One\n<ul><li>Two</li>\n</ul>\n</li>\n</ol>",
            "<p><strong>All of it.</strong> And <a href=\"/a?b=1&amp;c=2\">more</a>!</p>",
            "<p>See <img src=\"/a.png\" alt=\"a star\"> here.</p>",
            "<p>One. <em>Two. Three.</em> Four. <a href=\"/a\"><b>Five.</b></a></p>",
            "<p><em>One. Two.</em></p>")) {
      Cut cut = Cutter.cut("en", "T", null, html);
      String again =
          Skeleton.render(
              cut.skeleton(),
              "en",
              "en",
              i -> {
                Sentence s = cut.sentences().get(i);
                return s.kind().markup() ? Markup.html(s.text()) : s.text();
              });
      assertThat(again.replace("\n", "")).isEqualTo(html.replace("\n", ""));
    }
  }

  @Test
  void a_sentence_without_text_leaves_no_trace() {
    Cut cut =
        Cutter.cut("en", "T", null, "<p>One. Two. Three.</p><ul><li>Four.</li></ul><p>Five.</p>");
    assertThat(render(cut, "de", "T", null, "Zwei.", null, null, "Fünf."))
        .isEqualTo("<p>Zwei.</p>\n<p>Fünf.</p>");
  }

  @Test
  void japanese_sentences_get_spaces_in_english() {
    Cut cut = Cutter.cut("ja", "T", null, "<p>これは本です。あれは犬です。</p>");
    assertThat(
            Skeleton.render(
                cut.skeleton(), "ja", "en", i -> List.of("T", "A book.", "A dog.").get(i)))
        .isEqualTo("<p>A book. A dog.</p>");
  }

  private static String render(
      Cut cut, String language, @org.jspecify.annotations.Nullable String... texts) {
    return Skeleton.render(cut.skeleton(), "en", language, i -> texts[i]);
  }

  private static List<String> sentences(String language, String html) {
    List<String> texts = texts(Cutter.cut(language, "T", null, html));
    return texts.subList(1, texts.size());
  }

  private static List<String> texts(Cut cut) {
    return IntStream.range(0, cut.sentences().size())
        .mapToObj(i -> cut.sentences().get(i).text())
        .toList();
  }
}
