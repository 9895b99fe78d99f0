package voxpop.translation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;
import voxpop.kit.test.Http;
import voxpop.translation.WorkshopTest;

/**
 * How long it takes to settle a text as long as there may be one, in a real database. Not part of
 * the ordinary tests: {@code mvn -pl translation-service -am test -Dtest=LongTextBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@MicronautTest(transactional = false)
class LongTextBenchmark extends WorkshopTest {
  private static final int SENTENCES = Revising.MOST_SEGMENTS - 2; // and a title, and one more

  /** Segment states are true within 2 seconds of a publication. */
  private static final double MOST_SECONDS = 2;

  @Inject Revising revising;

  private final Map<UUID, Integer> revisions = new HashMap<>();

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.test.scripted-engine", "true");
    return settings;
  }

  @Test
  void a_revision_of_5000_sentences_is_settled_within_2_seconds() {
    warmUp();
    UUID article = Ids.next();
    double first = take("published", article, html(i -> i + ""));
    String desk = "/api/translations/" + article + "/";
    timed("Spanish text taken over", () -> ok(editor().put(desk + "es/text", whole())));
    timed("published in Spanish", () -> ok(publication(article, "es", Map.of())));
    double one = take("one sentence edited", article, html(i -> i == 2500 ? "other" : i + ""));
    double moved = take("a sentence put first", article, "<p>A new one.</p>" + html(i -> i + ""));
    double all = take("all sentences edited", article, html(i -> i + " now"));
    double back = take("all edits taken back", article, html(i -> i + ""));
    assertThat(List.of(first, one, moved, all, back)).allMatch(took -> took <= MOST_SECONDS);
  }

  @Test
  void a_machine_translates_all_of_it() {
    UUID article = Ids.next();
    take("published", article, html(i -> "machine " + i));
    timed(
        "translated by an engine that answers at once, 5 sentences at a time",
        () -> {
          Http.Answer asked = editor().post("/api/translations/" + article + "/es", null);
          assertThat(asked.status()).as(asked.body()).isEqualTo(202);
          await()
              .atMost(Duration.ofMinutes(4))
              .pollInterval(Duration.ofMillis(200))
              .until(() -> editor().get(asked.header("Location")).text("state").equals("done"));
        });
  }

  /** The compiler's time is not the text's. */
  private void warmUp() {
    for (int round = 0; round < 10; round++) {
      UUID article = Ids.next();
      for (int i = 1; i <= 3; i++) {
        String revision = round + "." + i + ".";
        revising.take(source(article, "<p>" + sentences(300, n -> revision + n) + "</p>"));
      }
    }
  }

  private double take(String what, UUID article, String html) {
    SourceText source = source(article, html);
    return timed(what, () -> revising.take(source));
  }

  private SourceText source(UUID article, String html) {
    int revision = revisions.merge(article, 1, Integer::sum);
    return new SourceText(article, null, revision, "en", "A title", true, null, html, false, false);
  }

  private static double timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(String.format(Locale.ROOT, "LONG TEXT %s: %.2f s", what, seconds));
    return seconds;
  }

  private static void ok(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static Map<String, Object> whole() {
    String body = html(i -> i + "").replace("is here", "está aquí");
    return Map.of("title", "Un título", "format", "html", "body", body);
  }

  /** Ten sentences a paragraph. */
  private static String html(IntFunction<String> number) {
    return IntStream.range(0, (SENTENCES + 9) / 10)
        .mapToObj(
            p -> {
              int first = p * 10;
              int count = Math.min(10, SENTENCES - first);
              return "<p>" + sentences(count, i -> number.apply(first + i)) + "</p>";
            })
        .collect(Collectors.joining());
  }

  private static String sentences(int count, IntFunction<String> number) {
    return IntStream.range(0, count)
        .mapToObj(i -> "The sentence number " + number.apply(i) + " is here.")
        .collect(Collectors.joining(" "));
  }
}
