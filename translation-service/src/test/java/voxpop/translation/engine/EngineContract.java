package voxpop.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Mask;

/**
 * What every engine is held to, at a stand-in or, where its address or key is given, at the real
 * one: {@code -Dvoxpop.engine.deepl.key=…}, {@code -Dvoxpop.engine.libretranslate.address=…},
 * {@code -Dvoxpop.engine.openai.address=…} with {@code .key} and {@code .model}.
 */
abstract class EngineContract {
  protected static final EnginesSettings ALL =
      new EnginesSettings(
          "deepl,openai,libretranslate,apertium",
          "",
          0.2,
          Duration.ofMillis(20),
          Duration.ofSeconds(1));
  private static final Pair PAIR = new Pair("en", "es");
  private static final List<String> SOURCES =
      List.of(
          "The house is old.",
          "The <b>red</b> house is <a href=\"/x?a=1&amp;b=2\">very big</a> & old.",
          "Run <code>print house</code> for %1$s and {{name}} at https://a.example/b before 2026.");

  protected abstract Engine engine();

  protected static String given(String name, String otherwise) {
    String value = System.getProperty("voxpop.engine." + name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  @Test
  void it_is_found_working_by_a_probe() {
    Probe probe = engine().probe();
    assertThat(probe.working()).as(probe.detail()).isTrue();
    assertThat(engine().translates(PAIR)).isTrue();
    assertThat(engine().translates(new Pair("en-GB", "es"))).isTrue();
  }

  @Test
  void markup_code_placeholders_addresses_and_numbers_come_back() {
    engine().probe();
    List<Mask> masks = SOURCES.stream().map(s -> Mask.of(Kind.TEXT, s)).toList();
    List<String> answers =
        engine().translate(new Order(PAIR, masks.stream().map(Mask::text).toList(), Map.of()));
    assertThat(answers).hasSameSizeAs(SOURCES);
    for (int i = 0; i < answers.size(); i++) {
      String restored = masks.get(i).restore(Kind.TEXT, answers.get(i));
      assertThat(restored).as(answers.get(i)).isNotNull().isNotEqualTo(SOURCES.get(i));
      assertThat(Contract.violationsOfEngine(Kind.TEXT, SOURCES.get(i), restored)).isEmpty();
    }
  }

  @Test
  void as_many_texts_as_its_limits_allow_come_back_in_order() {
    engine().probe();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < engine().limits().texts(); i++)
      texts.add("House number " + (i + 100) + ".");
    List<String> answers = engine().translate(new Order(PAIR, texts, Map.of()));
    for (int i = 0; i < texts.size(); i++) assertThat(answers.get(i)).contains("" + (i + 100));
  }
}
