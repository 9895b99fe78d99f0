package voxpop.translation.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.TestTokens;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class TmxTest extends WorkshopTest {
  private static final String HEAD =
      "<?xml version=\"1.0\"?><!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx version=\"1.4\"><header"
          + " creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\""
          + " adminlang=\"en\" srclang=\"en-US\" datatype=\"plaintext\"/><body>";
  private static final String FOOT = "</body></tmx>";

  @Test
  void a_file_of_another_program_is_suggested_from() {
    String file =
        HEAD
            + "<tu creationid=\"Ana\"><tuv xml:lang=\"EN-US\"><seg>A lighthouse stands at the end"
            + " of <bpt i=\"1\">&lt;b&gt;</bpt>the<ept i=\"1\">&lt;/b&gt;</ept>"
            + " pier.</seg></tuv><tuv xml:lang=\"es-ES\"><seg>Un faro está al final <bpt"
            + " i=\"1\">{\\b </bpt>del<ept i=\"1\">}</ept> muelle.</seg></tuv><tuv"
            + " xml:lang=\"de\"><seg>Ein Leuchtturm steht am Ende des"
            + " <hi>Piers</hi>.</seg></tuv></tu><tu><tuv"
            + " xml:lang=\"en\"><seg>Alone</seg></tuv></tu>"
            + FOOT;
    Http.Answer taken = send(file);
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.<Number>at("read")).isEqualTo(2);
    assertThat(taken.<Number>at("added")).isEqualTo(2);
    assertThat(taken.<Number>at("refused/0/unit")).isEqualTo(2);
    Http.Answer again = send(file);
    assertThat(again.<Number>at("added")).isEqualTo(0);
    assertThat(again.<Number>at("known")).isEqualTo(2);
    Http.Answer found = ask("es", "A lighthouse stands at the end of the street.");
    assertThat(found.text("items/0/text")).isEqualTo("Un faro está al final del muelle.");
    assertThat(found.text("items/0/source"))
        .isEqualTo("A lighthouse stands at the end of <b>the</b> pier.");
    assertThat(found.text("items/0/by")).isEqualTo("Ana");
    assertThat(ask("de", "A lighthouse stands at the end of the street.").text("items/0/text"))
        .isEqualTo("Ein Leuchtturm steht am Ende des Piers.");
  }

  @Test
  void what_people_approved_goes_out_and_comes_back_without_loss() {
    UUID article =
        publish(
            "<p>He said “yes” &amp; <a href=\"/x?a=1&amp;b=2\">left <i>now</i></a>. Run"
                + " <code>a &lt; b</code> &lt;3 times.</p>");
    approveAll(article, "fr", source -> source + " fr");
    Http.Answer file = editor().get("/api/memory/file?source=en&target=fr");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Disposition")).contains("memory-en-fr.tmx");
    List<TmxUnit> units = new ArrayList<>();
    int read =
        TmxReader.read(
            new ByteArrayInputStream(file.body().getBytes(StandardCharsets.UTF_8)), units::add);
    assertThat(read).isEqualTo(3);
    assertThat(units.stream().map(unit -> unit.texts().get("fr")))
        .contains(
            "He said “yes” & <a href=\"/x?a=1&amp;b=2\">left <i>now</i></a>. fr",
            "Run <code>a < b</code> <3 times. fr");
    Http.Answer back = send(file.body());
    assertThat(back.<Number>at("added")).as(back.body()).isEqualTo(0);
    assertThat(back.<Number>at("known")).isEqualTo(3);
  }

  @Test
  void a_broken_or_malicious_file_is_refused_and_adds_nothing() {
    String unit =
        "<tu><tuv xml:lang=\"en\"><seg>A bomb ticks in the quiet cellar.</seg></tuv><tuv"
            + " xml:lang=\"es\"><seg>%s</seg></tuv></tu>";
    String good = unit.formatted("Una bomba.");
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><tmx version=\"1.4\"><header"
            + " srclang=\"en\"/><body>"
            + good
            + unit.formatted("&c;")
            + FOOT;
    String file =
        "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY x SYSTEM"
            + " \"file:///etc/passwd\">]><tmx><header/><body>"
            + good
            + unit.formatted("&x;")
            + FOOT;
    for (String bad :
        List.of(
            bomb,
            file,
            "",
            "no xml",
            "<html/>",
            HEAD + good,
            HEAD + good + "<tu><tuv xml:lang=\"en\"><seg>open" + FOOT,
            HEAD + good + unit.formatted("x".repeat(50_001)) + FOOT)) {
      Http.Answer answer = send(bad);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.text("violations/0/field")).isEqualTo(bad.isEmpty() ? "body" : "file");
      assertThat(answer.body()).doesNotContain("root:");
    }
    assertThat(
            editor()
                .get(
                    "/api/memory?source=en&target=es&text="
                        + URLEncoder.encode(
                            "A bomb ticks in the quiet cellar.", StandardCharsets.UTF_8))
                .<List<?>>at("items"))
        .isEmpty();
  }

  @Test
  void only_editors_send_and_only_those_who_translate_fetch() {
    assertThat(
            http.as(TestTokens.of(Role.AUTHOR))
                .get("/api/memory/file?source=en&target=es")
                .status())
        .isEqualTo(403);
    assertThat(
            http.as(TestTokens.of(Role.TRANSLATOR))
                .send("POST", "/api/memory/file", HEAD + FOOT)
                .status())
        .isEqualTo(403);
    assertThat(editor().get("/api/memory/file?source=en&target=..").status()).isEqualTo(400);
  }

  private Http.Answer send(String file) {
    return editor()
        .with("Content-Type", "application/x-tmx+xml")
        .send("POST", "/api/memory/file", file);
  }

  private Http.Answer ask(String language, String text) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                editor()
                    .get(
                        "/api/memory?source=en&target="
                            + language
                            + "&text="
                            + URLEncoder.encode(text, StandardCharsets.UTF_8)),
            answer -> !answer.<List<?>>at("items").isEmpty());
  }
}
