package voxpop.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

@MicronautTest(transactional = false)
class ChangedSourceTest extends WorkshopTest {
  private static final String TEXT = "<p>One. Two. Three.</p><p>Four. Five.</p>";

  @Test
  void editing_one_sentence_stales_one_segment_in_every_language_and_changes_no_page() {
    UUID article = publish(TEXT);
    give(article, "es");
    give(article, "de");
    String before = edition(article, "es").text("html");
    edit(article, TEXT.replace("Two.", "Two and a half."));
    for (String language : new String[] {"es", "de"}) {
      Http.Answer desk = desk(article, language, answer -> all(answer, "state").contains("stale"));
      assertThat(all(desk, "state")).containsOnlyOnce("stale").contains("approved");
      Map<String, Object> stale = segment(desk, "Two and a half.");
      assertThat(stale).containsEntry("state", "stale").containsEntry("target", "[Two.]");
      assertThat(stale).containsEntry("previousSource", "Two.");
    }
    assertThat(all(desk(article, "fr"), "state")).containsOnly("missing");
    assertThat(edition(article, "es").text("html")).isEqualTo(before);
    assertThat(edition(article, "es").text("status")).isEqualTo("stale");
    assertThat(told(article)).hasSize(4); // two made, two that became stale
  }

  @Test
  void approval_makes_it_current_again() {
    UUID article = publish(TEXT);
    give(article, "es");
    edit(article, TEXT.replace("Two.", "2."));
    Http.Answer desk = desk(article, "es", answer -> all(answer, "state").contains("stale"));
    put(article, "es", segment(desk, "2."), "2, sí.", true);
    Http.Answer edition = edition(article, "es");
    assertThat(edition.text("html")).contains("[One.] 2, sí. [Three.]");
    assertThat(edition.text("status")).isEqualTo("current");
    assertThat(edition.<Number>at("sourceRevision")).isEqualTo(2);
  }

  @Test
  void taking_the_edit_back_makes_it_current_again() {
    UUID article = publish(TEXT);
    give(article, "es");
    edit(article, TEXT.replace("Two.", "Another."));
    Http.Answer desk = desk(article, "es", answer -> all(answer, "state").contains("stale"));
    edit(article, TEXT);
    desk(article, "es", answer -> !all(answer, "state").contains("stale"));
    assertThat(edition(article, "es").text("status")).isEqualTo("current");
    // the same after the new text was approved: the old approval counts again
    edit(article, TEXT.replace("Two.", "Another."));
    desk = desk(article, "es", answer -> all(answer, "state").contains("stale"));
    put(article, "es", segment(desk, "Another."), "Otra.", true);
    edit(article, TEXT);
    desk = desk(article, "es", answer -> all(answer, "source").contains("Two."));
    assertThat(segment(desk, "Two."))
        .containsEntry("state", "approved")
        .containsEntry("target", "[Two.]");
  }

  @Test
  void indents_quotes_links_and_tags_stale_nothing_and_a_mended_link_is_taken_over() {
    UUID article = publish("<p>He said \"yes\" to <a href=\"/old\">it</a>. Two.</p>");
    give(article, "es");
    edit(article, "<p>He  said\n “yes” to <a href=\"/new\">it</a>. <em>Two.</em></p>");
    Http.Answer desk = desk(article, "es", answer -> answer.body().contains("/new"));
    assertThat(all(desk, "state")).containsOnly("approved");
    assertThat(edition(article, "es").text("html"))
        .isEqualTo("<p>[He said \"yes\" to <a href=\"/new\">it</a>.] <em>[Two.]</em></p>");
    assertThat(edition(article, "es").text("status")).isEqualTo("current");
  }

  @Test
  void a_moved_paragraph_takes_its_translation_along() {
    UUID article = publish(TEXT);
    give(article, "es");
    Object id = segment(desk(article, "es"), "Five.").get("id");
    edit(article, "<p>Four. Five.</p><p>One. Two. Three.</p>");
    Http.Answer desk = desk(article, "es", answer -> all(answer, "source").get(1).equals("Four."));
    assertThat(all(desk, "state")).containsOnly("approved");
    assertThat(segment(desk, "Five.")).containsEntry("id", id);
    assertThat(edition(article, "es").text("html"))
        .isEqualTo("<p>[Four.] [Five.]</p>\n<p>[One.] [Two.] [Three.]</p>");
  }

  @Test
  void a_deleted_sentence_vanishes_from_every_edition_at_once() {
    UUID article = publish(TEXT);
    give(article, "es");
    give(article, "de");
    edit(article, "<p>One. Three.</p>");
    for (String language : new String[] {"es", "de"}) {
      await()
          .until(() -> edition(article, language).text("html"), "<p>[One.] [Three.]</p>"::equals);
      assertThat(edition(article, language).text("status")).isEqualTo("current");
      assertThat(all(desk(article, language), "source"))
          .containsExactly("A title", "One.", "Three.");
    }
    edit(article, TEXT);
    await().until(() -> edition(article, "es").text("html").contains("<p>[Four.] [Five.]</p>"));
    assertThat(all(desk(article, "es"), "state")).containsOnly("approved");
  }

  @Test
  void a_new_sentence_waits_for_approval_and_leaves_no_hole() {
    UUID article = publish(TEXT);
    give(article, "es");
    String before = edition(article, "es").text("html");
    edit(
        article,
        TEXT.replace("</p><p>", " New one.</p><h2>New head</h2><ul><li>New point</li></ul><p>"));
    Http.Answer desk = desk(article, "es", answer -> all(answer, "state").contains("missing"));
    assertThat(edition(article, "es").text("html")).isEqualTo(before);
    assertThat(edition(article, "es").text("status")).isEqualTo("stale");
    put(article, "es", segment(desk, "New head"), "Nuevo", true);
    assertThat(edition(article, "es").text("html"))
        .isEqualTo("<p>[One.] [Two.] [Three.]</p>\n<h2>Nuevo</h2>\n<p>[Four.] [Five.]</p>");
  }

  @Test
  void a_correction_shows_its_stale_sentences_in_the_sources_language_until_approved() {
    UUID article = publish(TEXT);
    give(article, "es");
    articles.publish(article, "en", "A title", null, TEXT.replace("Two.", "Not two."), true);
    Http.Answer desk = desk(article, "es", answer -> all(answer, "state").contains("stale"));
    Http.Answer edition = edition(article, "es");
    assertThat(edition.text("html"))
        .contains(
            "[One.] <span class=\"in-source\" lang=\"en\" dir=\"ltr\">Not two.</span> [Three.]");
    assertThat(edition.text("status")).isEqualTo("stale");
    put(article, "es", segment(desk, "Not two."), "No dos.", true);
    assertThat(edition(article, "es").text("html")).contains("[One.] No dos. [Three.]");
    // a later, ordinary edit leaves the approved text
    edit(article, TEXT.replace("Two.", "Perhaps two."));
    desk(article, "es", answer -> all(answer, "state").contains("stale"));
    assertThat(edition(article, "es").text("html")).contains("[One.] No dos. [Three.]");
  }

  @Test
  void of_two_publications_within_one_poll_no_correction_is_lost() {
    UUID article = publish(TEXT);
    give(article, "es");
    String corrected = TEXT.replace("Two.", "Not two.");
    articles.store(article, "en", "A title", null, TEXT.replace("One.", "One, say."), false);
    String first = corrected.replace("One.", "One, say.");
    articles.store(article, "en", "A title", null, first, true);
    edit(article, first.replace("Four.", "About four."));
    desk(article, "es", answer -> all(answer, "source").contains("About four."));
    String html = edition(article, "es").text("html");
    // only what the correction itself has changed is shown in the source's language
    assertThat(html)
        .isEqualTo(
            "<p>[One.] <span class=\"in-source\" lang=\"en\" dir=\"ltr\">Not two.</span>"
                + " [Three.]</p>\n<p>[Four.] [Five.]</p>");
    assertThat(edition(article, "es").text("status")).isEqualTo("stale");
  }

  @Test
  void a_gap_pairs_its_old_and_new_sentences_in_order_whatever_they_say() {
    UUID article = publish("<p>One. Two. Three. Four.</p>");
    give(article, "es");
    Object two = segment(desk(article, "es"), "Two.").get("id");
    Object three = segment(desk(article, "es"), "Three.").get("id");
    // two old ones, one new: the first pair is an edit, the rest is deleted, though it is alike
    edit(article, "<p>One. Three, nearly. Four.</p>");
    Http.Answer desk = desk(article, "es", a -> all(a, "source").contains("Three, nearly."));
    assertThat(segment(desk, "Three, nearly."))
        .containsEntry("id", two)
        .containsEntry("state", "stale");
    assertThat(edition(article, "es").text("html")).isEqualTo("<p>[One.] [Two.] [Four.]</p>");
    // one old one, two new: the first is the edit, the second is new
    edit(article, "<p>One. Second. Third. Four.</p>");
    desk = desk(article, "es", a -> all(a, "source").contains("Third."));
    assertThat(segment(desk, "Second.")).containsEntry("id", two).containsEntry("state", "stale");
    assertThat(segment(desk, "Third.")).containsEntry("state", "missing");
    assertThat(edition(article, "es").text("html")).isEqualTo("<p>[One.] [Two.] [Four.]</p>");
    // what was deleted comes back as the same one
    edit(article, "<p>One. Two. Three. Four.</p>");
    desk = desk(article, "es", a -> all(a, "source").contains("Three."));
    assertThat(segment(desk, "Three.")).containsEntry("id", three);
    assertThat(all(desk, "state")).containsOnly("approved");
  }

  @Test
  void a_withdrawn_article_takes_its_editions_along_and_brings_them_back() {
    UUID article = publish(TEXT);
    give(article, "es");
    articles.withdraw(article);
    await().until(() -> edition(article, "es").status() == 404);
    assertThat(told(article).getLast()).containsEntry("method", "DELETE");
    assertThat(editor().get("/api/translations/" + article + "/es").status()).isEqualTo(404);
    articles.publish(article, "en", "A title", TEXT);
    await().until(() -> edition(article, "es").status() == 200);
    assertThat(told(article).getLast()).doesNotContainKey("method");
    articles.remove(article);
    await().until(() -> edition(article, "es").status() == 404);
  }

  @Test
  void the_etag_changes_with_the_source() {
    UUID article = publish(TEXT);
    Map<String, Object> before = segment(desk(article, "es"), "Two.");
    edit(article, TEXT.replace("Two.", "Nearly two."));
    desk(article, "es", answer -> all(answer, "source").contains("Nearly two."));
    assertThat(put(article, "es", before, "Dos.", true).status()).isEqualTo(412);
  }
}
