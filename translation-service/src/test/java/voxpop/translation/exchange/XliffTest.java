package voxpop.translation.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.TargetState;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import net.sf.okapi.lib.xliff2.writer.XLIFFWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class XliffTest extends WorkshopTest {
  private static final String TEXT =
      "<p>See <a href=\"https://a.example/\">this <b>big</b> thing</a> & run <code>ls -l</code> 3"
          + " times. Plain &lt;here&gt;.</p><p>Two.</p>";

  @Test
  void okapi_reads_what_is_exported_with_states_codes_and_their_data() throws IOException {
    UUID article = publish(TEXT);
    Map<String, Object> two = segment(desk(article, "es"), "Two.");
    put(article, "es", two, "Dos.", true);
    Map<String, Object> plain = segment(desk(article, "es"), "Plain &lt;here>.");
    put(article, "es", plain, "Llano &lt;aquí>.", false);
    List<Unit> units = units(export(article).body());
    assertThat(units).extracting(Unit::getName).containsExactly("title", "text", "text", "text");
    assertThat(units)
        .extracting(unit -> unit.getSegment(0).getState())
        .containsExactly(
            TargetState.INITIAL, TargetState.INITIAL, TargetState.TRANSLATED, TargetState.FINAL);
    Segment see = units.get(1).getSegment(0);
    assertThat(see.getSource().getPlainText()).isEqualTo("See this big thing & run  3 times.");
    assertThat(units.get(1).getStore().getSourceTags().size()).isEqualTo(5);
    assertThat(export(article).body()).contains("&lt;code&gt;ls -l&lt;/code&gt;");
    assertThat(units.get(2).getSegment(0).getSource().getPlainText()).isEqualTo("Plain <here>.");
    assertThat(units.get(3).getSegment(0).getTarget().getPlainText()).isEqualTo("Dos.");
  }

  @Test
  void what_another_program_has_written_comes_back_without_loss() throws IOException {
    UUID article = publish(TEXT);
    String file = throughOkapi(export(article).body());
    Http.Answer nothing = take(article, file);
    assertThat(nothing.status()).as(nothing.body()).isEqualTo(200);
    assertThat(nothing.<Map<String, Integer>>at("counts")).containsOnlyKeys("untranslated");
    String target =
        "<target>Mira <ph id=\"3\" dataRef=\"o3\"/> y <pc id=\"1\" dataRefStart=\"o1\""
            + " dataRefEnd=\"c1\">esta cosa <pc id=\"2\" dataRefStart=\"o2\" dataRefEnd=\"c2\""
            + ">grande</pc></pc> & 3 veces.</target>".replace("&", "&amp;");
    String translated =
        export(article)
            .body()
            .replace(
                "state=\"initial\"><source xml:space=\"preserve\">See",
                "state=\"final\"><source xml:space=\"preserve\">See");
    int see = translated.indexOf(">See <pc");
    int end = translated.indexOf("</source>", see) + "</source>".length();
    translated = translated.substring(0, end) + target + translated.substring(end);
    Http.Answer taken = take(article, translated);
    assertThat(taken.<Map<String, Integer>>at("counts"))
        .as(taken.body())
        .containsEntry("saved", 1)
        .containsEntry("untranslated", 3);
    assertThat(segments(desk(article, "es")).get(1))
        .containsEntry("state", "approved")
        .containsEntry(
            "target",
            "Mira <code>ls -l</code> y <a href=\"https://a.example/\">esta cosa <b>grande</b></a> &"
                + " 3 veces.");
    // exported, taken through Okapi and back: nothing is different
    Http.Answer back = take(article, throughOkapi(export(article).body()));
    assertThat(back.<Map<String, Integer>>at("counts"))
        .as(back.body())
        .containsEntry("unchanged", 1)
        .containsEntry("untranslated", 3);
  }

  @Test
  void what_was_changed_meanwhile_stays_and_is_told() {
    UUID article = publish(TEXT);
    give(article, "es");
    String file = export(article).body().replace("[Two.]", "Dos.").replace("[A title]", "Título");
    put(article, "es", segment(desk(article, "es"), "Two."), "Un par.", true);
    edit(article, TEXT.replace("Plain &lt;here&gt;.", ""));
    desk(article, "es", answer -> !answer.body().contains("Plain"));
    Http.Answer taken = take(article, file);
    assertThat(taken.<Map<String, Integer>>at("counts"))
        .containsOnly(
            Map.entry("saved", 1),
            Map.entry("conflict", 1),
            Map.entry("unchanged", 1),
            Map.entry("gone", 1));
    assertThat(segment(desk(article, "es"), "Two.")).containsEntry("target", "Un par.");
    assertThat(edition(article, "es").text("title")).isEqualTo("Título");
  }

  @Test
  void a_program_that_drops_the_version_is_believed_by_the_source() {
    UUID article = publish("<p>One. Two.</p>");
    give(article, "es");
    String file =
        export(article)
            .body()
            .replaceAll("(?s)<mda:metadata>.*?</mda:metadata>", "")
            .replace("[One.]", "Uno.")
            .replace("[Two.]", "Dos.");
    edit(article, "<p>One. Two, nearly.</p>");
    desk(article, "es", answer -> all(answer, "state").contains("stale"));
    assertThat(take(article, file).<Map<String, Integer>>at("counts"))
        .containsEntry("saved", 1)
        .containsEntry("conflict", 1);
  }

  @Test
  void a_text_that_breaks_the_markup_is_refused_with_the_reason_and_the_rest_is_taken() {
    UUID article = publish(TEXT);
    give(article, "es");
    String file =
        export(article)
            .body()
            .replace("[Two.]", "Dos.")
            .replaceFirst(
                "<target xml:space=\"preserve\">\\[See .*?</target>", "<target>Mira 3.</target>");
    Http.Answer taken = take(article, file);
    assertThat(taken.<Map<String, Integer>>at("counts"))
        .as(taken.body())
        .containsEntry("saved", 1)
        .containsEntry("refused", 1);
    assertThat(taken.body()).contains("of the source is missing");
  }

  @Test
  void all_that_is_stale_in_a_language_is_one_file() throws IOException {
    UUID first = publish("<p>First one. Same here.</p>");
    UUID second = publish("<p>Second one. Same there.</p>");
    for (UUID article : List.of(first, second)) give(article, "fr");
    assertThat(editor().get(STALE).status()).isEqualTo(404);
    edit(first, "<p>First thing. Same here.</p>");
    edit(second, "<p>Second thing. Same there.</p>");
    desk(second, "fr", answer -> all(answer, "state").contains("stale"));
    String file = editor().get(STALE).body();
    List<Unit> units = units(file);
    assertThat(units)
        .extracting(unit -> unit.getSegment(0).getSource().getPlainText())
        .containsExactlyInAnyOrder("First thing.", "Second thing.");
    assertThat(units).extracting(u -> u.getSegment(0).getSubState()).containsOnly("voxpop:stale");
    String done =
        file.replace("state=\"initial\" subState=\"voxpop:stale\"", "state=\"final\"")
            .replace("[First one.]", "Premier.")
            .replace("[Second one.]", "Second.");
    Http.Answer taken = send("/api/translations/xliff?language=fr", done);
    assertThat(taken.<Map<String, Integer>>at("counts")).as(taken.body()).containsOnlyKeys("saved");
    assertThat(edition(first, "fr").text("status")).isEqualTo("current");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml at all",
        "<xliff",
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'/>",
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en'"
            + " trgLang='fr'/>",
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en'"
            + " trgLang='es'><file id='f1'><unit"
            + " id='u1'><segment><source>x</source></segment></unit></file></xliff>",
        "<!DOCTYPE xliff [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c"
            + " '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><xliff>&c;</xliff>",
        "<!DOCTYPE xliff SYSTEM 'file:///etc/passwd'><xliff/>",
        "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><xliff>&f;</xliff>"
      })
  void a_file_that_is_no_good_gets_a_clear_answer_and_changes_nothing(String file) {
    UUID article = publish("<p>One.</p>");
    desk(article, "es");
    Http.Answer answer = take(article, file);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("violations").doesNotContain("root:");
    assertThat(all(desk(article, "es"), "state")).containsOnly("missing");
  }

  @Test
  void only_translators_into_the_language_take_files() {
    UUID article = publish("<p>One.</p>");
    desk(article, "es");
    String path = "/api/translations/" + article + "/es/xliff";
    assertThat(http.get(path).status()).isEqualTo(401);
    String file = export(article).body();
    assertThat(send(path, file, TestTokens.of(Role.AUTHOR)).status()).isEqualTo(403);
  }

  private static final String STALE = "/api/translations/xliff?source=en&language=fr";

  private Http.Answer export(UUID article) {
    return editor().get("/api/translations/" + article + "/es/xliff");
  }

  private Http.Answer take(UUID article, String file) {
    return send("/api/translations/" + article + "/es/xliff", file);
  }

  private Http.Answer send(String path, String file) {
    return send(path, file, TestTokens.of(Role.EDITOR));
  }

  private Http.Answer send(String path, String file, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.getURI() + path))
            .header("Content-Type", "application/xliff+xml")
            .header("Voxpop-Internal", GATEWAY_SECRET)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(file))
            .build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      return new Http.Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static List<Unit> units(String file) throws IOException {
    List<Unit> units = new ArrayList<>();
    try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
      reader.open(file);
      while (reader.hasNext()) {
        Event event = reader.next();
        if (event.isUnit()) units.add(event.getUnit());
      }
    }
    return units;
  }

  /** As another translators' program would: read, and written anew. */
  private static String throughOkapi(String file) throws IOException {
    StringWriter out = new StringWriter();
    try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL);
        XLIFFWriter writer = new XLIFFWriter()) {
      reader.open(file);
      writer.create(out, "en", "es");
      while (reader.hasNext()) writer.writeEvent(reader.next());
    }
    return out.toString();
  }
}
